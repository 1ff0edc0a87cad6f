import Logging
import Ports
import Vocabulary

/// What the service of voicemail knows between looks.
struct VoicemailDesk {
    /// How often is looked though nothing tells of a change.
    static let lookAgainEvery = Duration.seconds(2)
    /// Orders carried out in one look.
    static let ordersMax = 500

    /// A box of which Asterisk is to be told.
    private struct Box: Hashable, Comparable {
        let number: ExtensionNumber
        let context: String

        static func < (left: Box, right: Box) -> Bool {
            (left.context, left.number) < (right.context, right.number)
        }
    }

    /// Whatever moves when rows come, from here or from the peer.
    private struct Mark: Equatable {
        let head: FeedPosition
        let applied: UInt64
    }

    private let service: VoicemailService
    private var mark: Mark?
    private var lookAgainAt = Instant(nanoseconds: 0)
    private var untold: Set<Box> = []
    /// Whether phones were told of the lamps since this daemon started.
    private var hasToldLamps = false

    init(service: VoicemailService) { self.service = service }

    mutating func look() async {
        for lamp in service.takeWanted() { untold.insert(Box(number: lamp, context: "lamp")) }
        await follow()
        await tell()
    }

    /// Does what the tables ask for, where something moved or it is time.
    private mutating func follow() async {
        let now = service.clock.now()
        let mark = service.board.read { content in
            Mark(
                head: content.feed.head,
                applied: content.standings.values.reduce(0) { $0 &+ $1.rowsApplied })
        }
        guard mark != self.mark || now >= lookAgainAt else { return }
        lookAgainAt = now + Self.lookAgainEvery
        do throws(GuestFailure) {
            let isDone = try await carryOutOrders()
            let areLit = try await light()
            if isDone { service.board.warn("voicemail", nil) }
            if isDone, areLit { self.mark = mark }
        } catch {
            service.logger.debug("voicemail was not looked after: \(error)")
        }
    }

    /// A box that something is wrong with holds up its own orders alone, and those that bring it messages or take
    /// some from it.
    ///
    /// - Returns: false where one could not be carried out, or more are waiting.
    private mutating func carryOutOrders() async throws(GuestFailure) -> Bool {
        let orders = try await service.store.boxOrders(limit: Self.ordersMax)
        var stuck: Set<ExtensionNumber> = []
        var trouble: String?
        for order in orders {
            let boxes = [order.box, order.target].compactMap { $0 }
            do throws(VoicemailFailure) {
                guard stuck.isDisjoint(with: boxes) else {
                    stuck.formUnion(boxes)
                    continue
                }
                try carryOut(order)
            } catch {
                stuck.formUnion(boxes)
                trouble = trouble ?? "voicemail of a former guest may still be in box \(order.box): \(error.words)"
                continue
            }
            try await service.store.carriedOut(order)
        }
        if let trouble { service.board.warn("voicemail", trouble) }
        return stuck.isEmpty && orders.count < Self.ordersMax
    }

    private mutating func carryOut(_ order: BoxOrder) throws(VoicemailFailure) {
        if let target = order.target {
            guard try service.voicemail.move(order.box, to: target, before: order.at) else { return }
            untold.insert(Box(number: target, context: "guests"))
        } else {
            guard try service.voicemail.empty(order.box, before: order.at) else { return }
        }
        untold.insert(Box(number: order.box, context: "guests"))
    }

    private mutating func light() async throws(GuestFailure) -> Bool {
        let wanted = try await service.store.lamps()
        do throws(VoicemailFailure) {
            let lit = try service.voicemail.lamps()
            for lamp in wanted.symmetricDifference(lit).sorted() {
                try service.voicemail.setLamp(lamp, isOn: wanted.contains(lamp))
                untold.insert(Box(number: lamp, context: "lamp"))
            }
            if !hasToldLamps { untold.formUnion(wanted.map { Box(number: $0, context: "lamp") }) }
            hasToldLamps = true
            service.board.warn("lamps", nil)
            return true
        } catch {
            service.board.warn("lamps", "message lamps are not as the desk set them: \(error.words)")
            return false
        }
    }

    /// Tells Asterisk, which tells the phones.
    private mutating func tell() async {
        for box in untold.sorted() {
            guard service.asterisk.situation == .running else { return }
            do throws(AsteriskFailure) {
                try await service.asterisk.refreshVoicemail(mailbox: box.number.description, context: box.context)
                untold.remove(box)
            } catch {
                service.logger.debug(
                    "a box was not looked at again: \(error.words)", metadata: ["box": "\(box.number)"])
            }
        }
    }
}
