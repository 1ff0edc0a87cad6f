import Vocabulary

extension Version {
    /// The version in the columns `epoch`, `clock` and `node` of a line.
    init(_ row: MariaRow) throws {
        let number = try row.unsigned("node")
        guard let node = UInt8(exactly: number).flatMap(Mode.init(number:)) else {
            throw MariaError(number: 1366, message: "the feed holds \(number) where a node belongs")
        }
        self.init(epoch: Epoch(rawValue: try row.unsigned("epoch")), clock: try row.unsigned("clock"), node: node)
    }
}
