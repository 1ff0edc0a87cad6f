import AsteriskText
import Ports

/// The folder in which an administrator's templates stand, `<family>.tmpl` each.
package struct TemplateFolder: TemplatePort {
    private let folder: String

    package init(folder: String) { self.folder = folder }

    package func overriding(_ family: PhoneFamily) throws(ConsoleFailure) -> OverridingTemplate? {
        let path = folder + "/" + BuiltInTemplate.fileName(of: family)
        let bytes: [UInt8]?
        do throws(FileFailure) {
            bytes = try AtomicFile(path: path).read()
        } catch {
            throw .invalid("\(error); mend the template, or take it away to use the built-in one")
        }
        guard let bytes else { return nil }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .invalid("\(path) is not UTF-8; mend the template, or take it away to use the built-in one")
        }
        return OverridingTemplate(path: path, text: text)
    }
}
