import Vocabulary

extension HeartbeatMessage {
    /// How the sender stands towards ringing wake-ups, and how long its ringing has stood still.
    package struct Ringing: Sendable, Hashable {
        /// How well it could ring now. The numbers are those on the wire.
        package enum Ability: UInt8, Sendable, Hashable, CaseIterable {
            case none = 0
            /// It could ring, but not keep what it does.
            case unkept = 1
            case full = 2
        }

        /// Flags 1, ability 1, serial 8, epoch 8, fallbacks 8, heard run 8 and serial 8, pause 4.
        static let bytesCount = 46
        private static let isFirstBit: UInt8 = 1 << 0
        private static let holdsTurnBit: UInt8 = 1 << 1
        private static let hasHeardBit: UInt8 = 1 << 2

        /// It believes that it is the one to ring.
        package let isFirst: Bool
        package let holdsTurn: Bool
        package let ability: Ability
        /// Of the sender's state, in the run that the heartbeat's boot id names.
        package let serial: UInt64
        /// Of the guest scope, as its ringing knows it.
        package let epoch: Epoch
        /// How many claims it has made in the receiver's stead in this run.
        package let fallbacks: UInt64
        /// The newest state of the receiver's that it has heard.
        package let heard: RingingNotice.Mark?
        /// Since its ringing was last at work; the largest value stands for longer, too.
        package let pauseMilliseconds: UInt32

        package init(
            isFirst: Bool, holdsTurn: Bool, ability: Ability, serial: UInt64, epoch: Epoch, fallbacks: UInt64,
            heard: RingingNotice.Mark?, pauseMilliseconds: UInt32
        ) {
            self.isFirst = isFirst
            self.holdsTurn = holdsTurn
            self.ability = ability
            self.serial = serial
            self.epoch = epoch
            self.fallbacks = fallbacks
            self.heard = heard
            self.pauseMilliseconds = pauseMilliseconds
        }

        /// An ability that a later release knows counts as none: it cannot be relied on.
        init?(from reader: inout ByteReader) {
            guard let flags = reader.read(UInt8.self), let ability = reader.read(UInt8.self),
                let serial = reader.read(UInt64.self), let epoch = reader.read(UInt64.self),
                let fallbacks = reader.read(UInt64.self), let run = reader.read(UInt64.self),
                let heard = reader.read(UInt64.self), let pause = reader.read(UInt32.self)
            else { return nil }
            let hasHeard = flags & Self.hasHeardBit != 0
            self.init(
                isFirst: flags & Self.isFirstBit != 0, holdsTurn: flags & Self.holdsTurnBit != 0,
                ability: Ability(rawValue: ability) ?? .none, serial: serial, epoch: Epoch(rawValue: epoch),
                fallbacks: fallbacks,
                heard: hasHeard ? RingingNotice.Mark(run: BootID(rawValue: run), serial: heard) : nil,
                pauseMilliseconds: pause)
        }

        func write(to writer: inout ByteWriter) {
            var flags: UInt8 = isFirst ? Self.isFirstBit : 0
            if holdsTurn { flags |= Self.holdsTurnBit }
            if heard != nil { flags |= Self.hasHeardBit }
            writer.write(flags)
            writer.write(ability.rawValue)
            writer.write(serial)
            writer.write(epoch.rawValue)
            writer.write(fallbacks)
            writer.write(heard?.run.rawValue ?? 0)
            writer.write(heard?.serial ?? 0)
            writer.write(pauseMilliseconds)
        }
    }
}
