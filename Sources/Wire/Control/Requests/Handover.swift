import Vocabulary

extension ControlRequest {
    /// Asks the home of a scope, during a giveback, whether it has stored everything of the owner's.
    package struct Handover: Sendable, Hashable {
        /// Where the owner's feed ends, in which life of it.
        package struct End: Sendable, Hashable {
            package let incarnation: Incarnation
            package let head: FeedPosition

            package init(incarnation: Incarnation, head: FeedPosition) {
                self.incarnation = incarnation
                self.head = head
            }
        }

        package let scope: Scope
        package let owner: Mode
        package let epoch: Epoch
        /// Which question of the owner's run this is.
        package let round: UInt64
        /// Nil before the barrier: wherever the feed is settled now.
        package let end: End?

        package init(scope: Scope, owner: Mode, epoch: Epoch, round: UInt64, end: End?) {
            self.scope = scope
            self.owner = owner
            self.epoch = epoch
            self.round = round
            self.end = end
        }

        init?(from reader: inout ByteReader) {
            guard let scope = reader.read(UInt8.self).flatMap(Scope.init(number:)),
                let owner = reader.read(UInt8.self).flatMap(Mode.init(number:)),
                let epoch = reader.read(UInt64.self), let round = reader.read(UInt64.self),
                let known = reader.read(UInt8.self), known <= 1, let incarnation = reader.read(UInt64.self),
                let head = reader.read(UInt64.self)
            else { return nil }
            let end = End(incarnation: Incarnation(rawValue: incarnation), head: FeedPosition(rawValue: head))
            self.init(
                scope: scope, owner: owner, epoch: Epoch(rawValue: epoch), round: round, end: known == 1 ? end : nil)
        }

        func write(to writer: inout ByteWriter) {
            writer.write(scope.number)
            writer.write(owner.number)
            writer.write(epoch.rawValue)
            writer.write(round)
            writer.write(UInt8(end == nil ? 0 : 1))
            writer.write(end?.incarnation.rawValue ?? 0)
            writer.write(end?.head.rawValue ?? 0)
        }
    }
}
