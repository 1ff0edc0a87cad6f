/// Who changed something in the hotel, and by which way.
package struct Author: Sendable, Hashable {
    /// The longest name that is kept.
    package static let nameLengthMax = 60

    /// The ways by which changes come.
    package enum Way: String, Sendable, Hashable, Codable, CaseIterable {
        /// The command line and consoles.
        case desk
        /// A phone in the house.
        case phone
        /// The property's management system.
        case pms
        /// The pages and the API.
        case web
        /// This program itself.
        case system
    }

    package let way: Way
    /// nil where nobody's name is known.
    package let name: String?

    package init(_ way: Way, _ name: String? = nil) {
        self.way = way
        let kept = name.map {
            String($0.unicodeScalars.filter { !$0.isControl }.prefix(Self.nameLengthMax).map(Character.init))
        }
        self.name = kept?.isEmpty == true ? nil : kept
    }

    package static let system = Author(.system)
}
