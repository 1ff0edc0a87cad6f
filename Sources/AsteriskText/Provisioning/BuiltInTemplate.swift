/// The templates that come with the program, one for each family.
///
/// In their comments each parameter is explained and marked with where its name is known from: `[guide]`, the maker's
/// own guide; `[public]`, public provisioning templates for the same phones; `[unverified]`, neither: try it on one
/// phone first.
package enum BuiltInTemplate {
    /// The name of a template's file: what `export` writes and what overrides the built-in one.
    package static func fileName(of family: PhoneFamily) -> String { family.rawValue + ".tmpl" }

    package static func text(of family: PhoneFamily) -> String {
        switch family {
        case .yealink: yealink
        case .grandstream: grandstream
        case .grandstreamGateway: grandstreamGateway
        case .poly: poly
        case .cisco: cisco
        case .audiocodes: audiocodes
        case .fanvil: fanvil
        case .clearlyip: clearlyip
        }
    }
}
