/// Which of Asterisk's modules reads which of our files.
enum AsteriskModule {
    /// Part of Asterisk itself, and named without an ending.
    static let manager = "manager"

    /// The modules that must read anew after these files changed, in the order in which that is done.
    static func reading(_ files: [String]) -> [String] {
        var modules: [String] = []
        for (module, beginnings) in readers {
            let isTouched = files.contains { file in
                let name = file.split(separator: "/").last.map(String.init) ?? file
                return beginnings.contains { name.hasPrefix($0) }
            }
            if isTouched { modules.append(module) }
        }
        return modules
    }

    /// Whether calls are put through all the same where a module is missing.
    static func isOptional(_ module: String) -> Bool { !["res_pjsip.so", "pbx_config.so"].contains(module) }

    private static let readers: [(module: String, beginnings: [String])] = [
        ("res_pjsip.so", ["pjsip"]), ("res_rtp_asterisk.so", ["rtp"]), ("app_voicemail.so", ["voicemail"]),
        ("cdr_custom.so", ["cdr"]), ("cel_custom.so", ["cel"]), (manager, ["manager"]),
        ("pbx_config.so", ["extensions"]),
    ]
}
