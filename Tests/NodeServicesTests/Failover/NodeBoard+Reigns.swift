import PairLogic
import Ports
import Vocabulary

@testable import NodeServices

extension NodeBoard {
    /// As if the service of reigns had read what is stored, and nothing were under way.
    func settleReigns(at now: Instant) {
        change { content in
            for report in content.scopes {
                var machine = ReignMachine(scope: report.scope, own: mode, startedAt: now)
                _ = machine.take(.tick, at: now)
                let ownership = Ownership(scope: report.scope, owner: report.owner, epoch: report.epoch)
                _ = machine.take(.loaded(ReignRecord(ownership)), at: now)
                content.reigns[report.scope] = machine
            }
        }
    }
}
