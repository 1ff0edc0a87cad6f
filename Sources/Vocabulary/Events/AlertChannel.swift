/// A way by which events leave the node.
package enum AlertChannel: String, Sendable, Hashable, Codable, CaseIterable {
    case webhook
    case mail
}
