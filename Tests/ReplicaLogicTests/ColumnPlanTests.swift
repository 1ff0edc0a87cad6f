import ReplicaLogic
import Testing
import Vocabulary

@Suite struct ColumnPlanTests {
    private func shape(_ names: [String]) -> TableShape {
        TableShape(
            table: TableName(schema: "hotel", name: "rooms"),
            columns: names.map { TableShape.Column(name: $0, kind: .text, isNullable: true) }, keyIndices: [0])
    }

    /// The pairs as (index there, index here).
    private func pairs(_ plan: ColumnPlan) -> [[Int]] { plan.shared.map { [$0.theirs, $0.ours] } }

    private func plan(theirs: [String], ours: [String]) -> ColumnPlan {
        ColumnPlan(theirs: shape(theirs), ours: shape(ours))
    }

    @Test func `equal tables line up column by column`() {
        let plan = plan(theirs: ["id", "name"], ours: ["id", "name"])
        #expect(pairs(plan) == [[0, 0], [1, 1]])
        #expect(plan.isComplete)
    }

    @Test func `columns are found by name, wherever they stand and however they are capitalised`() {
        let plan = plan(theirs: ["ID", "name", "floor"], ours: ["floor", "id", "Name"])
        #expect(pairs(plan) == [[0, 1], [1, 2], [2, 0]])
        #expect(plan.isComplete)
    }

    @Test func `a column of one side is left out and named`() {
        let plan = plan(theirs: ["id", "new", "name"], ours: ["id", "name", "old", "Elder"])
        #expect(pairs(plan) == [[0, 0], [2, 1]])
        #expect(plan.onlyTheirs == ["new"])
        #expect(plan.onlyOurs == ["elder", "old"])
        #expect(!plan.isComplete)
    }

    @Test func `tables with nothing in common share nothing`() {
        let plan = plan(theirs: ["a"], ours: ["b"])
        #expect(plan.shared.isEmpty && !plan.isComplete)
    }
}
