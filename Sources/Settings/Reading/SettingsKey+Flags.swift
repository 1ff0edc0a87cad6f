import Yams

extension SettingsKey {
    /// A key that is `true` or `false`, and nothing that other YAML readers might take for it.
    static func flag(_ path: String, _ place: Place<Bool>) -> SettingsKey {
        SettingsKey(
            path, expected: "true or false",
            take: { node, draft in
                guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any,
                    let flag = Bool(scalar.string)
                else { return false }
                draft[keyPath: place] = flag
                return true
            },
            show: { .flag($0[keyPath: place]) })
    }
}
