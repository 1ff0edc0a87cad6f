import ArgumentParser
import Ports
import TestSupport
import Testing
import Vocabulary

@testable import comxfailover

/// What each verb understands, and what it refuses.
@Suite struct ArgumentTests {
    @Test func `every verb takes the global options`() throws {
        let status = try parse(Status.self, "status --config /tmp/a.yaml --socket /tmp/a.sock --json --no-color")
        #expect(status.options.config == "/tmp/a.yaml")
        #expect(status.options.socket == "/tmp/a.sock")
        #expect(status.options.json)
        #expect(status.options.noColor)
        #expect(status.watch == nil)
    }

    @Test func `without options the standard settings file counts`() throws {
        let status = try parse(Status.self, "status")
        #expect(status.options.config == "/etc/comxfailover/comxfailover.yaml")
        #expect(status.options.socket == nil)
        #expect(!status.options.json)
    }

    @Test func `watch has a pause of its own or the usual one`() throws {
        #expect(try parse(Status.self, "status --watch").watch == 2)
        #expect(try parse(Status.self, "status --watch 0.5").watch == 0.5)
        #expect(try parse(Status.self, "status --watch --json").watch == 2)
        refuses("status --watch 0")
        refuses("status --watch 3601")
    }

    @Test func `items alone is items list`() throws {
        _ = try parse(ItemsList.self, "items")
        _ = try parse(ItemsList.self, "items --json")
        _ = try parse(ItemsList.self, "items list")
    }

    @Test func `an item is named by the verbs that need one`() throws {
        #expect(try parse(ItemsEnable.self, "items enable bookings").item == SampleReports.bookings)
        #expect(try parse(ItemsDisable.self, "items disable bookings").item == SampleReports.bookings)
        #expect(try parse(ItemsRemove.self, "items remove bookings").item == SampleReports.bookings)
        #expect(try parse(ReplicationRetry.self, "replication retry bookings").item == SampleReports.bookings)
        for verb in ["items enable", "items disable", "items remove", "replication retry", "replication repair"] {
            refuses(verb)
            refuses("\(verb) Wake_Ups")
            refuses("\(verb) bookings another")
        }
    }

    @Test func `an item to add is told whole`() throws {
        let add = try parse(
            ItemsAdd.self,
            [
                "items", "add", "--name", "freepbx-users", "--rule", "configuration", "--table",
                "asterisk.users:extension",
                "--table", "asterisk.sip:id,keyword", "--table", "asterisk.trunks",
                "--after-change", "fwconsole reload 'a b'",
            ])
        let expected = NewItem(
            name: ItemName(literal: "freepbx-users"), rule: .owned(.configuration),
            tables: [
                .init(table: TableName(schema: "asterisk", name: "users"), keyColumns: ["extension"]),
                .init(table: TableName(schema: "asterisk", name: "sip"), keyColumns: ["id", "keyword"]),
                .init(table: TableName(schema: "asterisk", name: "trunks"), keyColumns: []),
            ], afterChange: ["fwconsole", "reload", "a b"])
        #expect(try add.item == expected)
    }

    @Test func `families of Asterisk's database are tables of their own, and some are refused with the reason`() throws
    {
        let words = "items add --name x --rule newest-wins --table a.b --astdb-family DND --astdb-family AMPUSER/201"
        let item = try parse(ItemsAdd.self, words).item
        #expect(
            item.tables.map(\.table.description) == ["a.b", "comxfailover.astdb:DND", "comxfailover.astdb:AMPUSER/201"])
        refuses("items add --name x --rule newest-wins --astdb-family DND --astdb-family DND")
        let error = #expect(throws: (any Error).self) {
            try parse(ItemsAdd.self, "items add --name x --rule newest-wins --astdb-family registrar/contact")
        }
        #expect(Comxfailover.message(for: error ?? CancellationError()).contains("registered at this very server"))
    }

    @Test(arguments: [
        ("configuration", ItemRule.owned(.configuration)), ("guest", .owned(.guest)), ("append-only", .appendOnly),
        ("newest-wins", .newestWins),
    ])
    func `an item to add has one of four rules`(word: String, rule: ItemRule) throws {
        #expect(try parse(ItemsAdd.self, "items add --name x --rule \(word) --table a.b").rule == rule)
    }

    @Test(arguments: [
        "--name x --rule guest", "--name x --rule nobody --table a.b", "--rule guest --table a.b",
        "--name x --rule guest --table ab", "--name x --rule guest --table a.b:",
        "--name x --rule guest --table a.b:c,c",
        "--name x --rule guest --table a.b --table a.b:c", "--name x --rule guest --table a.b --after-change 'open",
    ])
    func `an item to add that makes no sense is refused`(options: String) {
        refuses("items add \(options)")
    }

    @Test func `the verbs of the copy`() throws {
        _ = try parse(ReplicationStatus.self, "replication")
        _ = try parse(ReplicationStatus.self, "replication status")
        #expect(try parse(ReplicationCompare.self, "replication compare").item == nil)
        #expect(try parse(ReplicationCompare.self, "replication compare bookings").item == SampleReports.bookings)
        #expect(try parse(ReplicationRepair.self, "replication repair bookings").from == nil)
        #expect(try parse(ReplicationRepair.self, "replication repair bookings --from secondary").from == .secondary)
        refuses("replication repair bookings --from cloud")
        #expect(try parse(ReplicationRestore.self, "replication restore 17").entry == 17)
        refuses("replication restore -1")
        refuses("replication restore")
        #expect(try parse(ReplicationRemoveTriggers.self, "replication remove-triggers --yes").yes)
        refuses("replication remove-triggers")
    }

    @Test func `the ledger is listed or one entry shown`() throws {
        let list = try parse(ReplicationConflicts.self, "replication conflicts")
        #expect(list.entry == nil && !list.all)
        #expect(try parse(ReplicationConflicts.self, "replication conflicts --all").all)
        #expect(try parse(ReplicationConflicts.self, "replication conflicts 17").entry == 17)
    }

    @Test func `the other verbs`() throws {
        _ = try parse(Coverage.self, "coverage")
        #expect(try parse(Explain.self, "explain").limit == 20)
        #expect(try parse(Explain.self, "explain --limit 1000").limit == 1_000)
        refuses("explain --limit 0")
        refuses("explain --limit 1001")
        _ = try parse(ConfigCheck.self, "config")
        _ = try parse(ConfigCheck.self, "config check")
        _ = try parse(ConfigShow.self, "config show")
        #expect(try parse(SecretGenerate.self, "secret generate --out /tmp/x").out == "/tmp/x")
        _ = try parse(Run.self, "run --config /tmp/a.yaml")
        refuses("explode")
    }

    @Test func `a wrong command line has the exit code of sysexits`() {
        let error = #expect(throws: (any Error).self) { try Comxfailover.parseAsRoot(["explode"]) }
        #expect(error.map { Comxfailover.exitCode(for: $0).rawValue } == comxfailover.ExitStatus.usage.rawValue)
    }

    @Test(arguments: [
        ("explain --limit abc", ["'abc'", "--limit", "1 to 1000", "explain --help"]),
        ("explain --limit 0", ["1 to 1000", "not 0", "explain --help"]),
        ("items enable Wake_Ups", ["'Wake_Ups'", "lower-case letters", "items enable --help"]),
        ("items enable", ["<item>", "items enable --help"]),
        ("replication compare a b", ["'b'", "replication compare --help"]),
        ("replication repair bookings --from cloud", ["'cloud'", "primary", "secondary"]),
        ("replication restore seventeen", ["'seventeen'", "number", "replication restore --help"]),
        ("items add --name x --rule guest", ["--table schema.table", "items add --help"]),
        ("items add --name x --rule nobody --table a.b", ["'nobody'", "newest-wins"]),
        ("status --watch 4000", ["3600", "status --help"]), ("explode", ["'explode'", "comxfailover --help"]),
    ])
    func `a wrong command line is one line that says what, what else, and where to read on`(
        line: String, parts: [String]
    ) throws {
        let error = #expect(throws: (any Error).self) {
            try Comxfailover.parseAsRoot(line.split(separator: " ").map(String.init))
        }
        let found = try #require(error)
        let words = try #require(UsageComplaint(found)).words
        #expect(!words.contains("\n"))
        for part in parts { #expect(words.contains(part), "\(words)") }
    }

    @Test(arguments: ["--seeds 0", "--seed 18446744073709551615 --seeds 5", "--from 18446744073709551610 --seeds 9"])
    func `seeds beyond the last are refused and not counted past it`(words: String) {
        let line = ["simulate"] + words.split(separator: " ").map(String.init)
        if words.hasPrefix("--seed ") {
            #expect(throws: Never.self) { try Comxfailover.parseAsRoot(line) }
        } else {
            #expect(throws: (any Error).self) { try Comxfailover.parseAsRoot(line) }
        }
    }

    @Test func `help is no complaint, nor is a number that a verb ends with`() {
        #expect(UsageComplaint(CleanExit.helpRequest()) == nil)
        #expect(UsageComplaint(ExitCode(64)) == nil)
    }

    @Test(arguments: [
        ("fwconsole reload", ["fwconsole", "reload"]), ("a  'b c' \"d e\"", ["a", "b c", "d e"]),
        ("a\\ b c", ["a b", "c"]),
        ("a ''", ["a", ""]), ("a \"x'y\" 'p\"q'", ["a", "x'y", "p\"q"]), ("a $HOME;b", ["a", "$HOME;b"]),
    ])
    func `a command is split as a shell splits it`(text: String, words: [String]) throws {
        #expect(try CommandWords.split(text) == words)
    }

    @Test(arguments: ["", "   ", "'a", "a \"b", "''"])
    func `a command that cannot be split is refused`(text: String) {
        #expect(throws: CommandWords.Trouble.self) { try CommandWords.split(text) }
    }

    private func parse<Verb: ParsableCommand>(_ type: Verb.Type, _ line: String) throws -> Verb {
        try parse(type, line.split(separator: " ").map(String.init))
    }

    private func parse<Verb: ParsableCommand>(_ type: Verb.Type, _ words: [String]) throws -> Verb {
        try #require(try Comxfailover.parseAsRoot(words) as? Verb)
    }

    private func refuses(_ line: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(throws: (any Error).self, sourceLocation: sourceLocation) {
            try Comxfailover.parseAsRoot(line.split(separator: " ").map(String.init))
        }
    }
}
