import AsteriskText
import Ports
import Synchronization

/// An administrator's templates in memory.
package final class MemoryTemplates: TemplatePort {
    private let texts = Mutex<[PhoneFamily: String]>([:])

    package init() {}

    /// Puts a template in the place of the built-in one; nil takes it away.
    package func set(_ family: PhoneFamily, _ text: String?) { texts.withLock { $0[family] = text } }

    package func overriding(_ family: PhoneFamily) throws(ConsoleFailure) -> OverridingTemplate? {
        texts.withLock { $0[family] }.map {
            OverridingTemplate(path: "/templates/" + BuiltInTemplate.fileName(of: family), text: $0)
        }
    }
}
