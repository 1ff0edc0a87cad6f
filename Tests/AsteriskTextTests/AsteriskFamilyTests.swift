import Testing
import Vocabulary

/// Which families of Asterisk's database are copied, and under which names.
@Suite struct AsteriskFamilyTests {
    @Test(arguments: ["CF", "AMPUSER", "AMPUSER/201", "DEVICE", "cw_2", String(repeating: "x", count: 58)])
    func `a family has a table of its own, by which it is known again`(name: String) throws {
        let family = try AsteriskFamily(name)
        #expect(family.table == TableName(schema: "comxfailover", name: "astdb:\(name)"))
        #expect(AsteriskFamily(table: family.table) == family)
        #expect(TableName(family.table.description) == family.table)
    }

    @Test(arguments: ["", "/CF", "CF/", "A//B", "a b", "a.b", "a'b", "ä", String(repeating: "x", count: 59)])
    func `what is no family is refused`(name: String) {
        #expect(throws: AsteriskFamilyFault.notAFamily(name)) { try AsteriskFamily(name) }
    }

    @Test(arguments: [
        "registrar", "registrar/contact", "Registrar/contact", "SIP/Registry", "cidname", "room", "room/201", "daemon",
        "owner", "emergency", "forward/201", "staff", "comxfailover", "subscription_persistence",
        "Queue/PersistentMembers",
    ])
    func `what says something about one server alone is refused with the reason`(name: String) {
        let fault = #expect(throws: AsteriskFamilyFault.self) { try AsteriskFamily(name) }
        #expect(fault?.description.hasPrefix("the family \(name) is never copied: ") == true)
        #expect(AsteriskFamily(table: TableName(schema: "comxfailover", name: "astdb:\(name)")) == nil)
    }

    @Test func `another table is no family`() {
        #expect(AsteriskFamily(table: TableName(schema: "comxfailover", name: "room")) == nil)
        #expect(AsteriskFamily(table: TableName(schema: "asterisk", name: "astdb:CF")) == nil)
    }

    @Test func `families within one another overlap`() throws {
        let whole = try AsteriskFamily("AMPUSER")
        #expect(try whole.overlaps(AsteriskFamily("AMPUSER/201")) && AsteriskFamily("AMPUSER/201").overlaps(whole))
        #expect(try !whole.overlaps(AsteriskFamily("AMPUSER2")) && whole.overlaps(whole))
    }
}
