import PairLogic
import Vocabulary

/// How a node keeps and tells what happens on it.
package struct EventServiceSettings: Sendable, Hashable {
    /// The name of the property, and the address by which people know this server.
    package var property = ""
    package var host = ""
    package var policy = AlertPolicy()
    /// Events that are kept, and for how long.
    package var countMax = 20_000
    package var age = Duration.seconds(90 * 86_400)

    package init() {}
}
