import ReplicaLogic
import Testing
import Vocabulary

@Suite struct NeverCopiedTests {
    @Test(arguments: [
        "mysql", "MySQL", "sys", "information_schema", "INFORMATION_SCHEMA", "performance_schema", "comxfailover_node",
        "comxfailover_feed", "Comxfailover_Node",
    ]) func `the server's schemas and the copy's own never travel`(schema: String) {
        #expect(NeverCopied.includes(TableName(schema: schema, name: "anything")))
    }

    @Test(arguments: ["comxfailover", "asterisk", "asteriskcdrdb", "mysql_backup", "hotel"])
    func `all other schemas may`(schema: String) {
        #expect(!NeverCopied.includes(TableName(schema: schema, name: "mysql")))
    }
}
