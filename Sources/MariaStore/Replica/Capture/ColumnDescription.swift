import ReplicaLogic

/// A column as `information_schema` describes it, with what is needed to make another column like it.
package struct ColumnDescription: Sendable, Hashable {
    package let name: String
    /// MariaDB's own words for the type, for instance `varchar(40)` or `int(10) unsigned`.
    package let type: String
    package let characterSet: String?
    package let collation: String?
    package let isNullable: Bool
    /// Computed by the server from other columns; never copied.
    package let isGenerated: Bool
    /// Whether a row cannot be inserted without a value for it: neither NULL nor a default stands in.
    package let needsValue: Bool

    package init(
        name: String, type: String, characterSet: String?, collation: String?, isNullable: Bool, isGenerated: Bool,
        needsValue: Bool = false
    ) {
        self.name = name
        self.type = type
        self.characterSet = characterSet
        self.collation = collation
        self.isNullable = isNullable
        self.isGenerated = isGenerated
        self.needsValue = needsValue
    }

    /// The type's first word: `varchar`, `int`, `timestamp`.
    package var baseType: String {
        String(type.lowercased().prefix { $0.isLetter })
    }

    /// The words an enumeration may hold; nil for all other types.
    package var members: [String]? {
        guard baseType == "enum", let open = type.firstIndex(of: "("), type.hasSuffix(")") else { return nil }
        let list = type[type.index(after: open)...].dropLast()
        var members: [String] = []
        var rest = list[...]
        while rest.first == "'" {
            var word = ""
            rest = rest.dropFirst()
            while let character = rest.first {
                rest = rest.dropFirst()
                if character != "'" {
                    word.append(character)
                } else if rest.first == "'" {
                    word.append("'")
                    rest = rest.dropFirst()
                } else {
                    break
                }
            }
            members.append(word)
            if rest.first == "," { rest = rest.dropFirst() }
        }
        return members
    }

    package var kind: TableShape.Kind {
        switch baseType {
        case "float", "double": .float
        case "bit": .bit
        case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob", "geometry", "point", "linestring",
            "polygon", "multipoint", "multilinestring", "multipolygon", "geometrycollection":
            .binary
        case "date", "time", "datetime", "timestamp", "year": .temporal
        case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal": .number
        default: .text
        }
    }

    /// The type with its character set, as a column definition writes it.
    package var definition: String {
        guard let characterSet, let collation else { return type }
        return "\(type) CHARACTER SET \(characterSet) COLLATE \(collation)"
    }

    /// A value of the type that stands for NULL in a column that cannot hold it.
    package var placeholder: String {
        switch kind {
        case .number, .float: "0"
        case .bit: "b'0'"
        case .text: baseType == "enum" || baseType == "set" ? "1" : "''"
        case .binary: "''"
        case .temporal: baseType == "time" || baseType == "year" ? "0" : "'1970-01-02 00:00:00'"
        }
    }
}
