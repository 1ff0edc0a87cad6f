import Vocabulary

/// One session with one channel: Asterisk says what channel it is, then one command after another is carried out.
///
/// Every command leaves exactly once: answered, or failed. Once the session is over nothing leads on.
package struct AGISessionMachine: Sendable, Hashable {
    /// How long Asterisk may take to say what channel this is.
    package static let beginningMax = Duration.seconds(5)
    /// How much longer than its longest a command may take: the host may be slow.
    package static let margin = Duration.seconds(5)
    /// The most lines of usage that follow a refused command.
    package static let usageLinesMax = 200

    package enum State: Sendable, Hashable {
        /// There is no connection yet.
        case idle
        /// Lines about the channel are coming.
        case beginning(until: Instant)
        /// A command may be asked for.
        case open
        /// A command waits for its answer.
        case waiting(until: Instant)
        /// A command was refused; its usage follows.
        case explaining(AGIReply, lines: Int, until: Instant)
        case ended(AGIFailure)
    }

    package private(set) var state = State.idle
    private var lines = AGILines()
    private var values: [String: String] = [:]
    private var valueLines = 0

    package init() {}

    // MARK: Inputs

    /// The connection stands.
    package mutating func connected(at now: Instant) {
        if case .idle = state { state = .beginning(until: now + Self.beginningMax) }
    }

    /// Bytes came in.
    package mutating func received(_ bytes: some Collection<UInt8>) -> [AGISessionDirective] {
        var directives: [AGISessionDirective] = []
        guard isConnected else { return directives }
        do throws(AGIDecodingError) {
            try lines.append(bytes)
            while isConnected, let line = try lines.nextLine() { try heard(line, &directives) }
        } catch {
            end(.notUnderstood(error), &directives)
        }
        return directives
    }

    /// A command is to be carried out.
    package mutating func asked(_ command: AGICommand, at now: Instant) -> [AGISessionDirective] {
        switch state {
        case .idle, .beginning, .waiting, .explaining: return [.failed(.busy)]
        case .ended(let failure): return [.failed(failure)]
        case .open:
            state = .waiting(until: now + command.longest + Self.margin)
            return [.send(command.bytes)]
        }
    }

    /// The connection ended.
    package mutating func linkLost(_ words: String) -> [AGISessionDirective] {
        var directives: [AGISessionDirective] = []
        end(.linkLost(words), &directives)
        return directives
    }

    /// Time passed.
    package mutating func tick(at now: Instant) -> [AGISessionDirective] {
        var directives: [AGISessionDirective] = []
        switch state {
        case .idle, .open, .ended: break
        case .beginning(let until), .waiting(let until), .explaining(_, _, let until):
            if now >= until { end(.silent, &directives) }
        }
        return directives
    }

    // MARK: Inside

    private var isConnected: Bool {
        switch state {
        case .idle, .ended: false
        case .beginning, .open, .waiting, .explaining: true
        }
    }

    private mutating func heard(
        _ line: String, _ directives: inout [AGISessionDirective]
    ) throws(AGIDecodingError) {
        switch state {
        case .idle, .ended: break
        case .beginning: try describe(line, &directives)
        case .open, .waiting:
            if line == "HANGUP" { return end(.hungUp, &directives) }
            guard let reply = AGIReply(line) else { throw .unreadable(String(line.prefix(80))) }
            try answer(reply, isExplained: line.dropFirst(3).first == "-", &directives)
        case .explaining(let reply, let count, let until):
            // Its last line has a blank behind the code, as an answer of one line has.
            let isLast = line.hasPrefix("\(reply.code) ")
            guard !isLast else { return finish(reply, &directives) }
            guard count < Self.usageLinesMax else { throw .tooManyLines(count + 1) }
            state = .explaining(reply, lines: count + 1, until: until)
        }
    }

    /// A line about the channel; an empty one is the last.
    private mutating func describe(
        _ line: String, _ directives: inout [AGISessionDirective]
    ) throws(AGIDecodingError) {
        guard !line.isEmpty else {
            guard values["network"] == "yes" else { throw .notAsterisk("") }
            state = .open
            return directives.append(.began(AGIEnvironment(values)))
        }
        guard line.hasPrefix("agi_"), let colon = line.firstIndex(of: ":") else {
            throw .notAsterisk(String(line.prefix(80)))
        }
        valueLines += 1
        guard valueLines <= AGIEnvironment.linesMax else { throw .tooManyLines(valueLines) }
        let name = line[..<colon].dropFirst("agi_".count)
        let value = line[line.index(after: colon)...]
        values[String(name)] = String(value.first == " " ? value.dropFirst() : value)
    }

    private mutating func answer(
        _ reply: AGIReply, isExplained: Bool, _ directives: inout [AGISessionDirective]
    ) throws(AGIDecodingError) {
        guard case .waiting(let until) = state else { throw .unreadable("an answer that nobody waits for") }
        if isExplained {
            state = .explaining(reply, lines: 0, until: until)
        } else {
            finish(reply, &directives)
        }
    }

    private mutating func finish(_ reply: AGIReply, _ directives: inout [AGISessionDirective]) {
        state = .open
        directives.append(.answered(reply))
    }

    private mutating func end(_ failure: AGIFailure, _ directives: inout [AGISessionDirective]) {
        switch state {
        case .ended: return
        case .idle, .beginning, .open: break
        case .waiting, .explaining: directives.append(.failed(failure))
        }
        state = .ended(failure)
        directives.append(.close(failure))
    }
}
