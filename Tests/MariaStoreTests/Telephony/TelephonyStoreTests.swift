import HotelLogic
import MariaStore
import MariaTestKit
import Ports
import ReplicaLogic
import Testing
import Vocabulary

extension MariaStoreTests.MigrationTests {
    /// The telephony configuration in a real database; in the node's own schemas, so one test after another.
    @Suite(.serialized) struct TelephonyStoreTests {
        let store = MariaTelephonyStore(endpoint: ThrowawayServer.current.administrator) { "drawn-by-the-test" }
        let session: MariaSession

        init() throws {
            session = try MariaSession(connecting: ThrowawayServer.current.administrator)
            for schema in [Schemas.hotel, Schemas.node, Schemas.feed] {
                try session.script("DROP DATABASE IF EXISTS \(MariaIdentifier.quoted(schema))")
            }
            try SchemaMigrator().migrate(session)
            try FeedLifeTable(session: session).prepare(mode: .primary, incarnation: Incarnation(rawValue: 7))
        }

        @Test func `a fresh node has the standards`() async throws {
            #expect(try await store.configuration() == TelephonyConfiguration())
        }

        @Test func `what is written is read again, letter by letter`() async throws {
            let name = "O'Hara \"Bob\"; [x] \\ \u{1f6ce}\u{fe0f} \u{1d11e} {DROP}"
            var twin = TelephonyConfiguration()
            for edit in try Self.edits(name: name) {
                let receipt = try await store.change(edit)
                #expect(try twin.apply(edit) { "drawn-by-the-test" } == receipt)
                #expect(try await store.configuration() == twin)
            }
            #expect(twin.extensions.first?.name == name)
            for kind in [TelephonyKind.routes, .trunks, .gateways, .ringGroups] {
                let keys = Self.keys(of: kind, in: twin)
                if kind == .ringGroups {
                    try await change(&twin, .edit, .telephonySettings, ["house"], ["desk": "", "emergency-notify": ""])
                }
                try await change(&twin, .remove, kind, keys)
            }
            try await change(&twin, .remove, .extensions, ["201", "202", "1001", "1002", "1101", "1102"])
            try await change(&twin, .remove, .rooms, ["101"])
            #expect(try await store.configuration() == twin)
        }

        @Test func `an edit that is refused leaves nothing behind, whichever of its lines is wrong`() async throws {
            let text = "number,party,name,room\n201,staff,Anna,\n1001,guest,One,101\n1002,guest,\"two\nlines\",102\n"
            let edit = try TelephonyEdit(importing: text, .extensions, updating: false)
            let failure = await #expect(throws: TelephonyFailure.self) { try await store.change(edit) }
            guard case .refused(let refusal)? = failure else {
                Issue.record("\(String(describing: failure))")
                return
            }
            #expect(refusal.lines.count == 1 && refusal.lines[0].hasPrefix("line 4: 1002: name:"))
            #expect(try await store.configuration() == TelephonyConfiguration())
            #expect(try session.query("SELECT 1 FROM comxfailover.room").isEmpty)
        }

        @Test func `what the pair shares is written by its owner alone, what the node has anywhere`() async throws {
            try session.execute("UPDATE comxfailover_node.scope_role SET owner = 2, epoch = 3 WHERE scope = 1")
            await #expect(throws: TelephonyFailure.notOwner(.secondary)) {
                try await store.change(try TelephonyEdit(.add, .extensions, keys: ["201"]))
            }
            _ = try await store.change(
                try TelephonyEdit(.add, .trunks, keys: ["city"], fields: ["host": "sip.example.com"]))
            _ = try await store.change(
                try TelephonyEdit(.edit, .sipSettings, keys: ["node"], fields: ["port": "5070"]))
            let configuration = try await store.configuration()
            #expect(configuration.extensions.isEmpty)
            #expect(configuration.trunks.map(\.name) == ["city"])
            #expect(configuration.sip.port == 5070)
        }

        @Test func `behind the barrier of a giveback the pair's entries are refused, and the node's own are not`()
            async throws
        {
            try session.execute("UPDATE comxfailover_node.scope_role SET phase = 'closed' WHERE scope = 1")
            let words = "the configuration is being given back to the Secondary; try again in a moment"
            await #expect(throws: TelephonyFailure.unready(words: words)) {
                try await store.change(try TelephonyEdit(.add, .extensions, keys: ["201"]))
            }
            _ = try await store.change(
                try TelephonyEdit(.add, .trunks, keys: ["city"], fields: ["host": "sip.example.com"]))
            #expect(try await store.configuration().extensions.isEmpty)
        }

        @Test func `three hundred rooms are added and changed in one edit`() async throws {
            var twin = TelephonyConfiguration()
            let fields = ["party": "guest", "name": "Room {}", "room": "{}"]
            try await change(&twin, .add, .extensions, ["1001-1300"], fields)
            try await change(&twin, .edit, .extensions, ["1001-1300"], ["ring-seconds": "55"])
            #expect(try await store.configuration() == twin)
            #expect(try session.query("SELECT 1 FROM comxfailover.room_extension").count == 300)
        }

        @Test func `rooms swap their extensions, and phones their addresses`() async throws {
            var twin = TelephonyConfiguration()
            try await change(&twin, .add, .extensions, ["1001", "1002"], ["party": "guest"])
            try await change(&twin, .add, .rooms, ["101"], ["extensions": "1001,1002"])
            try await change(&twin, .edit, .rooms, ["101"], ["extensions": "1002,1001"])
            try await change(&twin, .edit, .extensions, ["1001"], ["phones": "001565000001,001565000002"])
            try await change(&twin, .edit, .extensions, ["1001"], ["phones": "001565000002,001565000001"])
            #expect(try await store.configuration() == twin)
        }

        @Test func `the standard classes stand in no table before one is changed, and removing goes on from there`()
            async throws
        {
            _ = try await store.change(try TelephonyEdit(.add, .extensions, keys: ["201"]))
            #expect(try session.query("SELECT 1 FROM comxfailover.class_of_service").isEmpty)
            var twin = try await store.configuration()
            try await change(&twin, .remove, .classes, ["4"])
            #expect(try session.query("SELECT 1 FROM comxfailover.class_of_service").count == 4)
            #expect(try await store.configuration() == twin)
        }

        @Test func `personal settings are written on the node that owns nothing, with their moment`() async throws {
            _ = try await store.change(try TelephonyEdit(.add, .extensions, keys: ["201"]))
            try session.execute("UPDATE comxfailover_node.scope_role SET owner = 2, epoch = 3 WHERE scope = 1")
            _ = try await store.change(
                try TelephonyEdit(.edit, .personalSettings, keys: ["201"], fields: ["forward-busy": "202"]))
            try session.execute("UPDATE comxfailover.personal_forwarding SET changed_at = '2001-01-01'")
            _ = try await store.change(
                try TelephonyEdit(.edit, .personalSettings, keys: ["201"], fields: ["forward-busy": "off"]))
            let rows = try session.query(
                """
                SELECT is_on, target, changed_at > UTC_TIMESTAMP() - INTERVAL 1 MINUTE AS fresh
                FROM comxfailover.personal_forwarding
                """)
            #expect(try rows.count == 1 && rows[0].bool("fresh") && !rows[0].bool("is_on"))
        }

        @Test func `the stamp notices every writer, captured or not`() async throws {
            let first = try await store.stamp()
            #expect(try await store.stamp() == first)
            _ = try await store.change(try TelephonyEdit(.add, .extensions, keys: ["201"]))
            let second = try await store.stamp()
            #expect(second != first)
            try session.execute(
                "INSERT INTO comxfailover_node.provider_trunk (name, host) VALUES ('city', 'sip.example.com')")
            let third = try await store.stamp()
            #expect(third != second)
            try await capture("staff-extensions")
            let captured = try await store.stamp()
            try session.execute("UPDATE comxfailover.staff_extension SET display_name = 'Anna'")
            #expect(try await store.stamp() != captured)
            let unrelated = try await store.stamp()
            try session.execute("INSERT INTO comxfailover.user_account (login, display_name) VALUES ('anna', 'Anna')")
            #expect(try await store.stamp() == unrelated)
        }

        /// Puts triggers on the tables of an item, as the daemon does.
        private func capture(_ item: String) async throws {
            let item = try #require(HotelTables.items.first { $0.name.description == item })
            try ItemCatalogueTable(session: session).save(
                .init(
                    name: item.name, rule: item.rule, tables: item.tables.map { .init(name: $0) }, isEnabled: true,
                    isBuiltIn: true))
            let source = MariaFeedSource(endpoint: ThrowawayServer.current.administrator)
            _ = try await source.arrangeCapture()
            await source.close()
        }

        private func change(
            _ twin: inout TelephonyConfiguration, _ action: TelephonyEdit.Action, _ kind: TelephonyKind,
            _ keys: [String], _ fields: [String: String] = [:]
        ) async throws {
            let edit = try TelephonyEdit(action, kind, keys: keys, fields: fields)
            _ = try await store.change(edit)
            try twin.apply(edit) { "drawn-by-the-test" }
        }

        private static func keys(of kind: TelephonyKind, in configuration: TelephonyConfiguration) -> [String] {
            switch kind {
            case .routes: configuration.routes.map(\.name)
            case .trunks: configuration.trunks.map(\.name)
            case .gateways: configuration.gateways.map(\.name)
            case .ringGroups: configuration.ringGroups.map(\.number)
            case .classes, .speedDials, .personalSettings, .extensions, .rooms, .telephonySettings, .sipSettings: []
            }
        }

        /// One edit of every kind, with something in every field.
        private static func edits(name: String) throws -> [TelephonyEdit] {
            [
                try TelephonyEdit(
                    .add, .extensions, keys: ["201", "202"],
                    fields: [
                        "name": name, "department": name.prefix(60).description, "class": "4", "ring-seconds": "33",
                        "caller-number": "+4930123", "emergency-number": "4930124", "voicemail": "yes", "note": name,
                    ]),
                try TelephonyEdit(
                    .add, .extensions, keys: ["1001", "1002"],
                    fields: ["party": "guest", "room": "101", "secret": "A!b-c.d_e~1", "phones": "-=yealink@bedside"]),
                try TelephonyEdit(
                    .add, .extensions, keys: ["1101-1102"], fields: ["party": "guest", "line": "analog"]),
                try TelephonyEdit(
                    .edit, .classes, keys: ["2"], fields: ["may-call": "rooms,premium", "call-minutes": "90"]),
                try TelephonyEdit(.remove, .classes, keys: ["5"]),
                try TelephonyEdit(
                    .add, .speedDials, keys: ["*501"],
                    fields: ["number": "9004930123", "label": name.prefix(60).description, "guests": "yes"]),
                try TelephonyEdit(
                    .edit, .personalSettings, keys: ["201-202"],
                    fields: [
                        "forward-always": "202*", "forward-no-answer": "+49301", "dnd": "no", "voicemail-pin": "4711",
                    ]),
                try TelephonyEdit(
                    .edit, .personalSettings, keys: ["201"], fields: ["forward-always": "off", "voicemail-pin": ""]),
                try TelephonyEdit(
                    .edit, .rooms, keys: ["101"], fields: ["name": name.prefix(60).description, "floor": "-2"]),
                try TelephonyEdit(
                    .add, .gateways, keys: ["attic"],
                    fields: [
                        "address": "2001:db8::7", "lines": "1-2=1101-1102", "secret": "gateway-1",
                        "primary-address": "203.0.113.20", "primary-port": "5070",
                        "mac": "00-0b-82-aa-bb-cc", "model": "GXW 4224", "note": name,
                    ]),
                try TelephonyEdit(
                    .add, .ringGroups, keys: ["600"],
                    fields: ["name": name, "members": "202,201,1001", "strategy": "in-turn", "overflow": "201"]),
                try TelephonyEdit(
                    .edit, .telephonySettings, keys: ["house"],
                    fields: [
                        "desk": "600,201", "access-digit": "none", "emergency-numbers": "911,933",
                        "emergency-notify": "201", "closed-box": "ring-on", "guest-ring-seconds": "20",
                        "feature-codes": "wake-up=*50 message=none",
                    ]),
                try TelephonyEdit(
                    .add, .trunks, keys: ["city"],
                    fields: [
                        "host": "sip.example.com", "register": "yes", "user": "4930@city", "secret": "trunk-secret",
                        "addresses": "192.0.2.0/24,2001:db8::/32", "codecs": "alaw,g722", "calls-max": "30",
                        "on-premises": "yes", "note": name,
                    ]),
                try TelephonyEdit(
                    .add, .routes, keys: ["out"],
                    fields: ["numbers": "00.,NXXXXXX", "trunks": "city", "strip": "1", "prepend": "+49", "note": name]),
                try TelephonyEdit(
                    .add, .routes, keys: ["in"],
                    fields: ["direction": "inbound", "numbers": "4930123", "trunk": "city", "destination": "600"]),
                try TelephonyEdit(
                    .edit, .sipSettings, keys: ["node"],
                    fields: [
                        "tls-port": "5061", "external-address": "203.0.113.10", "local-networks": "10.10.10.0/24",
                        "guest-networks": "192.168.0.0/16", "direct-media": "no",
                    ]),
            ]
        }
    }
}
