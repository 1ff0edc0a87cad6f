import ReplicaLogic
import Testing

/// Three texts of each entry: Asterisk's, the table's, and what both were last seen to hold.
@Suite struct FamilyMergeTests {
    @Test func `what is the same everywhere is left alone`() {
        #expect(merge("a", "a", "a").isSettled)
        #expect(merge(nil, nil, nil).isSettled)
    }

    @Test func `a change of Asterisk's goes into the table, of every kind`() {
        #expect(merge("b", "a", "a").toTable == ["x": "b"])
        #expect(merge("b", nil, nil).toTable == ["x": "b"])
        #expect(merge(nil, "a", "a").toTable == ["x": nil])
        #expect(merge("b", "a", "a").toAsterisk.isEmpty && merge("b", "a", "a").contested.isEmpty)
    }

    @Test func `a change of the table's goes to Asterisk, of every kind`() {
        #expect(merge("a", "b", "a").toAsterisk == ["x": "b"])
        #expect(merge(nil, "b", nil).toAsterisk == ["x": "b"])
        #expect(merge("a", nil, "a").toAsterisk == ["x": nil])
        #expect(merge("a", "b", "a").toTable.isEmpty && merge("a", "b", "a").contested.isEmpty)
    }

    @Test func `the same change on both sides is only remembered`() {
        #expect(merge("b", "b", "a").agreed == ["x": "b"])
        #expect(merge(nil, nil, "a").agreed == ["x": nil])
        #expect(merge("b", "b", nil).toTable.isEmpty && merge("b", "b", nil).toAsterisk.isEmpty)
    }

    @Test func `of two changes Asterisk's holds, and that it was contested is told`() {
        let both = merge("b", "c", "a")
        #expect(both.toTable == ["x": "b"] && both.toAsterisk.isEmpty && both.contested == ["x"])
        #expect(merge(nil, "c", "a").toTable == ["x": nil])
        #expect(merge("b", nil, "a").toTable == ["x": "b"])
    }

    @Test func `a database that went back has no changes to tell`() {
        #expect(merge("old", "new", "new", .wentBack).toAsterisk == ["x": "new"])
        #expect(merge(nil, "new", "new", .wentBack).toAsterisk == ["x": "new"])
        #expect(merge("old", nil, nil, .wentBack).toAsterisk == ["x": nil])
        #expect(merge("old", "new", "new", .wentBack).toTable.isEmpty)
    }

    @Test func `the first look takes in what Asterisk has, and gives it what the table has besides`() {
        for keepsLosers in [true, false] {
            #expect(merge("a", nil, nil, .firstLook(keepsLosers: keepsLosers)).toTable == ["x": "a"])
            #expect(merge(nil, "b", nil, .firstLook(keepsLosers: keepsLosers)).toAsterisk == ["x": "b"])
        }
        let owned = merge("a", "b", nil, .firstLook(keepsLosers: true))
        #expect(owned.toTable == ["x": "a"] && owned.contested == ["x"])
        let shared = merge("a", "b", nil, .firstLook(keepsLosers: false))
        #expect(shared.toAsterisk == ["x": "b"] && shared.contested == ["x"])
    }

    private func merge(
        _ asterisk: String?, _ table: String?, _ seen: String?, _ situation: FamilyMerge.Situation = .known
    ) -> FamilyMerge {
        func one(_ value: String?) -> [String: String] { value.map { ["x": $0] } ?? [:] }
        return FamilyMerge(asterisk: one(asterisk), table: one(table), seen: one(seen), situation)
    }
}
