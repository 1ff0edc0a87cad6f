import Ports
import Vocabulary
import Wire

extension AsteriskClient: AsteriskPort {
    /// Entries of the database that are on their way at once.
    private static let entriesAtOnce = 64

    package var situation: AsteriskSituation { desk.situation }

    package func events() -> AsyncStream<AsteriskEvent> { desk.events() }

    package func facts() async throws(AsteriskFailure) -> AsteriskFacts {
        let settings = try await order(.coreSettings).response
        let status = try await order(.coreStatus).response
        return AsteriskFacts(
            version: settings["AsteriskVersion"] ?? "", systemName: settings["SystemName"] ?? "",
            started: "\(status["CoreStartupDate"] ?? "") \(status["CoreStartupTime"] ?? "")",
            callsNow: status["CoreCurrentCalls"].flatMap { Int($0) } ?? 0,
            callsProcessed: status["CoreProcessedCalls"].flatMap { Int($0) } ?? 0)
    }

    package func reload(module: String) async throws(AsteriskFailure) {
        try await order(.reload(module: module), limit: .seconds(30))
    }

    package func command(_ line: String) async throws(AsteriskFailure) -> [String] {
        try await order(.command(line), limit: .seconds(30)).output
    }

    package func put(_ entries: [AsteriskEntry]) async throws(AsteriskFailure) {
        for start in stride(from: 0, to: entries.count, by: Self.entriesAtOnce) {
            try await putAtOnce(entries[start..<min(start + Self.entriesAtOnce, entries.count)])
        }
    }

    package func value(family: String, key: String) async throws(AsteriskFailure) -> String? {
        let reply = try await ask(.databaseGet(family: family, key: key))
        guard reply.isSuccess else { return try Self.nothing(reply, where: "not found") }
        return reply.items.first?["Val"]
    }

    package func entries(family: String) async throws(AsteriskFailure) -> [AsteriskEntry] {
        try await order(.databaseGetTree(family: family)).items.compactMap { item in
            item["Key"].flatMap { AsteriskEntry(path: $0, value: item["Val"] ?? "") }
        }
    }

    package func remove(family: String, key: String) async throws(AsteriskFailure) {
        let reply = try await ask(.databaseDelete(family: family, key: key))
        // Asterisk has the same words for an entry that is not there and for a database that does not let go.
        guard !reply.isSuccess, try await value(family: family, key: key) != nil else { return }
        throw .refused(reply.words)
    }

    package func removeTree(family: String) async throws(AsteriskFailure) {
        let reply = try await ask(.databaseDeleteTree(family: family))
        if !reply.isSuccess { _ = try Self.nothing(reply, where: "not found") as String? }
    }

    package func originate(_ order: OriginateOrder) async throws(AsteriskFailure) -> CallOutcome {
        guard desk.place(order) else { throw .tooManyWaiting }
        do throws(AsteriskFailure) {
            try await self.order(.originate(order))
        } catch {
            desk.drop(order.callID)
            throw error
        }
        return try await desk.ending(of: order.callID).get()
    }

    package func hangUp(channel: String) async throws(AsteriskFailure) {
        let reply = try await ask(.hangUp(channel: channel))
        if !reply.isSuccess { _ = try Self.nothing(reply, where: "No such channel") as String? }
    }

    package func contacts() async throws(AsteriskFailure) -> [ContactDetail] {
        let reply = try await ask(.contacts)
        guard reply.isSuccess else { return try Self.nothing(reply, where: "No Contacts found") ?? [] }
        return reply.items.compactMap { ContactDetail($0) }
    }

    package func contacts(of endpoint: String) async throws(AsteriskFailure) -> [ContactDetail]? {
        let reply = try await ask(.endpoint(endpoint))
        guard reply.isSuccess else { return try Self.nothing(reply, where: "Unable to retrieve endpoint") }
        return reply.items.filter { $0["Event"] == "ContactStatusDetail" }.compactMap { ContactDetail($0) }
    }

    package func removeContact(id: String) async throws(AsteriskFailure) {
        try await remove(family: "registrar/contact", key: id)
    }

    package func qualify(endpoint: String) async throws(AsteriskFailure) { try await order(.qualify(endpoint)) }

    package func trunk(endpoint: String) async throws(AsteriskFailure) -> TrunkState {
        TrunkState(contacts: try await contacts(of: endpoint))
    }

    package func channels() async throws(AsteriskFailure) -> [ChannelReading] {
        try await order(.channels).items.compactMap { item in
            ChannelFacts(item).map {
                ChannelReading(
                    facts: $0, bridgeID: item["BridgeId"] ?? "", application: item["Application"] ?? "",
                    duration: item["Duration"] ?? "")
            }
        }
    }

    package func refreshVoicemail(mailbox: String, context: String) async throws(AsteriskFailure) {
        try await order(.refreshVoicemail(mailbox: mailbox, context: context))
    }

    // MARK: Inside

    private func ask(
        _ action: AMIAction, limit: Duration = AsteriskClient.answerMax
    ) async throws(AsteriskFailure) -> AMIReply {
        try await desk.ask(action, limit: limit).get()
    }

    /// Asks and takes nothing but success.
    @discardableResult
    private func order(
        _ action: AMIAction, limit: Duration = AsteriskClient.answerMax
    ) async throws(AsteriskFailure) -> AMIReply {
        let reply = try await ask(action, limit: limit)
        guard reply.isSuccess else { throw .refused(reply.words) }
        return reply
    }

    private func putAtOnce(_ entries: ArraySlice<AsteriskEntry>) async throws(AsteriskFailure) {
        let failures = await withTaskGroup(of: AsteriskFailure?.self) { tasks in
            for entry in entries {
                tasks.addTask { await self.failure(putting: entry) }
            }
            return await tasks.reduce(into: []) { failures, failure in failures += [failure].compactMap { $0 } }
        }
        if let first = failures.first { throw first }
    }

    private func failure(putting entry: AsteriskEntry) async -> AsteriskFailure? {
        do throws(AsteriskFailure) {
            try await order(.databasePut(family: entry.family, key: entry.key, value: entry.value))
            return nil
        } catch {
            return error
        }
    }

    /// Nil where Asterisk's refusal only says that there is nothing.
    private static func nothing<Value>(
        _ reply: AMIReply, where words: String
    ) throws(AsteriskFailure) -> Value? {
        guard reply.words.contains(words) else { throw .refused(reply.words) }
        return nil
    }
}
