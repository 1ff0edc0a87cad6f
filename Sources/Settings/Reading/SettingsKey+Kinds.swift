import Yams

extension SettingsKey {
    static func wholeNumber(
        _ path: String, _ place: Place<Int>, _ range: ClosedRange<Int>, _ unit: String
    ) -> SettingsKey {
        SettingsKey(
            path, expected: "a whole number from \(range.lowerBound) to \(range.upperBound) (\(unit))",
            take: { node, draft in
                guard let number = node.wholeNumber, range.contains(number) else { return false }
                draft[keyPath: place] = number
                return true
            },
            show: { .number($0[keyPath: place]) })
    }

    static func duration(
        _ path: String, _ place: Place<Duration>, _ range: ClosedRange<Int>, _ unit: TimeUnit
    ) -> SettingsKey {
        SettingsKey(
            path, expected: "a whole number from \(range.lowerBound) to \(range.upperBound) (\(unit.rawValue))",
            take: { node, draft in
                guard let number = node.wholeNumber, range.contains(number) else { return false }
                draft[keyPath: place] = unit.duration(of: number)
                return true
            },
            show: { .number(unit.count(of: $0[keyPath: place])) })
    }

    static func port(_ path: String, _ place: Place<UInt16>) -> SettingsKey {
        SettingsKey(
            path, expected: "a port number from 1 to 65535",
            take: { node, draft in
                guard let port = node.port else { return false }
                draft[keyPath: place] = port
                return true
            },
            show: { .number(Int($0[keyPath: place])) })
    }

    /// A port whose default is another setting's value; `effective` tells which.
    static func port(
        _ path: String, _ place: Place<UInt16?>, effective: @escaping @Sendable (NodeSettings) -> UInt16
    ) -> SettingsKey {
        SettingsKey(
            path, expected: "a port number from 1 to 65535",
            take: { node, draft in
                guard let port = node.port else { return false }
                draft[keyPath: place] = port
                return true
            },
            show: { .number(Int(effective($0.settings))) })
    }

    static func text(_ path: String, _ place: Place<String>, _ rule: TextRule) -> SettingsKey {
        SettingsKey(
            path, expected: rule.expected,
            take: { node, draft in
                guard let text = node.text, rule.allows(text) else { return false }
                draft[keyPath: place] = text
                return true
            },
            show: { .text($0[keyPath: place]) })
    }

    /// A text that may be left out; `effective` tells what then counts.
    static func text(
        _ path: String, _ place: Place<String?>, _ rule: TextRule,
        effective: @escaping @Sendable (SettingsDraft) -> String?
    ) -> SettingsKey {
        SettingsKey(
            path, expected: rule.expected,
            take: { node, draft in
                guard let text = node.text, rule.allows(text) else { return false }
                draft[keyPath: place] = text
                return true
            },
            show: { effective($0).map(ShownValue.text) ?? .nothing })
    }

    static func word<Word: RawRepresentable & CaseIterable & Sendable>(
        _ path: String, _ place: Place<Word>, _ type: Word.Type = Word.self
    ) -> SettingsKey where Word.RawValue == String {
        SettingsKey(
            path, expected: "one of " + Word.allCases.map(\.rawValue).joined(separator: ", "),
            take: { node, draft in
                guard let word = node.text.flatMap(Word.init(rawValue:)) else { return false }
                draft[keyPath: place] = word
                return true
            },
            show: { .text($0[keyPath: place].rawValue) })
    }

    static func secret(_ path: String, _ place: Place<SecretText?>, _ rule: TextRule) -> SettingsKey {
        SettingsKey(
            path, expected: rule.expected, isSecret: true,
            take: { node, draft in
                guard let text = node.text, rule.allows(text) else { return false }
                draft[keyPath: place] = SecretText(text)
                return true
            },
            show: { $0[keyPath: place] == nil ? .nothing : .hidden })
    }

    static func list<Element: Sendable & CustomStringConvertible>(
        _ path: String, _ place: Place<[Element]>, expected: String, countMax: Int,
        element: @escaping @Sendable (String) -> Element?
    ) -> SettingsKey {
        SettingsKey(
            path, expected: expected,
            take: { node, draft in
                guard let nodes = node.sequence, nodes.count <= countMax else { return false }
                let elements = nodes.compactMap { $0.text.flatMap(element) }
                guard elements.count == nodes.count else { return false }
                draft[keyPath: place] = elements
                return true
            },
            show: { .list($0[keyPath: place].map(\.description)) })
    }
}
