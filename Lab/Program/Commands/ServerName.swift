import ArgumentParser
import Vocabulary

/// Which of the two servers is meant.
enum ServerName: String, CaseIterable, ExpressibleByArgument {
    case primary
    case secondary

    var mode: Mode { self == .primary ? .primary : .secondary }
}
