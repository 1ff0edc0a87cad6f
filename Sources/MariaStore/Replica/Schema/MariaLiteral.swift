/// Text inside single quotes, for the few statements of data definition that take no bound values.
package enum MariaLiteral {
    package static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "'": result += "''"
            case "\\": result += "\\\\"
            default: result.append(character)
            }
        }
        return result
    }
}
