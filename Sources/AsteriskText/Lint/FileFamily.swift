/// Which of Asterisk's readers a file is for, by its name.
enum FileFamily: Hashable {
    case sip
    case dialplan
    /// Included inside the dialplan's globals: options without a section.
    case globals
    case voicemail
    case records
    case system
    case other

    /// Sections of the dialplan's files that are no contexts.
    static let dialplanSettings: Set = ["general", "globals"]

    init(_ file: String) {
        let name = file.split(separator: "/").last.map(String.init) ?? file
        if name.hasPrefix("pjsip") {
            self = .sip
        } else if name.hasPrefix("extensions") {
            self = .dialplan
        } else if name.hasPrefix("globals") {
            self = .globals
        } else if name.hasPrefix("voicemail") {
            self = .voicemail
        } else if name.hasPrefix("cdr") || name.hasPrefix("cel") {
            self = .records
        } else if name == "rtp.conf" || name == "modules.conf" {
            self = .system
        } else {
            self = .other
        }
    }
}
