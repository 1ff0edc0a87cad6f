/// Names of schemas, tables and columns inside generated SQL. Values are never written there: they are bound.
package enum MariaIdentifier {
    /// The name in backticks, with backticks inside it doubled.
    package static func quoted(_ name: String) -> String {
        "`" + name.replacing("`", with: "``") + "`"
    }
}
