/// What one node tells the other about ringing, in order: the body of a request, and of the reply to it.
package struct RingingLetter: Sendable, Hashable {
    /// The most notices of one body.
    package static let noticesMax = 32
    /// The most bytes of a body.
    package static let bytesMax = 65_000

    package let notices: [RingingNotice]

    /// Nil where they are more than one body holds.
    package init?(_ notices: [RingingNotice]) {
        guard notices.count <= Self.noticesMax,
            notices.reduce(1, { $0 + $1.bytesCount }) <= Self.bytesMax
        else { return nil }
        self.notices = notices
    }

    init?(from reader: inout ByteReader) {
        guard let count = reader.read(UInt8.self), count <= Self.noticesMax else { return nil }
        var notices: [RingingNotice] = []
        for _ in 0..<count {
            guard let notice = RingingNotice(from: &reader) else { return nil }
            notices.append(notice)
        }
        self.notices = notices
    }

    func write(to writer: inout ByteWriter) {
        writer.write(UInt8(notices.count))
        for notice in notices { notice.write(to: &writer) }
    }
}
