import Vocabulary

/// Who owns a scope, and since which epoch.
package struct ScopeReport: Sendable, Hashable, Codable {
    package let scope: Scope
    package let owner: Mode
    package let epoch: Epoch

    package init(scope: Scope, owner: Mode, epoch: Epoch) {
        self.scope = scope
        self.owner = owner
        self.epoch = epoch
    }
}
