import AsteriskText
import HotelLogic
import Ports

/// Shows what this node's Asterisk is given; how it is stands in `AsteriskConsole+Status`.
package struct AsteriskConsole: AsteriskConsolePort {
    let service: TelephonyService

    package init(service: TelephonyService) { self.service = service }

    package func rendering(reveals: Bool) async throws(ConsoleFailure) -> RenderingReport {
        let rendering = service.rendering(try await configuration())
        let former: [String: String]
        do {
            former = try service.files.read(rendering.files.touchedNames)
        } catch {
            throw .unavailable("Asterisk's files cannot be read: \(error.words)")
        }
        let texts = rendering.files.texts(over: former)
        let shown = { (text: String) in reveals ? text : HiddenSecrets.hiding(in: text) }
        return RenderingReport(
            generation: rendering.files.expectation.generation,
            files: texts.keys.sorted().map { name in
                RenderingReport.File(
                    name: name, text: shown(texts[name] ?? ""), state: Self.state(of: texts[name], over: former[name]))
            },
            differences: FileDifference.between(former, texts, reveals: reveals).map {
                RenderingReport.Difference(file: $0.file, lines: $0.lines)
            },
            leftOut: rendering.leftOut.map { "\($0.kind.noun) \($0.key): \($0.words)" },
            findings: rendering.findings.map(\.description))
    }

    func configuration() async throws(ConsoleFailure) -> TelephonyConfiguration {
        do {
            return try await service.store.configuration()
        } catch {
            throw ConsoleFailure(error, verb: "asterisk")
        }
    }

    /// Only files of ours begin with the signature, so one that will and does not yet is somebody else's.
    private static func state(of text: String?, over former: String?) -> RenderingReport.File.State {
        guard let former else { return .new }
        if text == former { return .same }
        let signature = RenderedFiles.signature
        return text?.hasPrefix(signature) == true && !former.hasPrefix(signature) ? .replaces : .changed
    }
}
