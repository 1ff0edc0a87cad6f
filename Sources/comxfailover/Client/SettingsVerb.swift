import ArgumentParser
import Settings

/// A verb that reads the settings file and needs no daemon.
protocol SettingsVerb: AsyncParsableCommand {
    var options: GlobalOptions { get }

    /// Shows what is asked of the settings.
    func perform(with settings: LoadedSettings, on screen: Screen) throws
}

extension SettingsVerb {
    func run() async throws {
        let status = outcome(on: .standard(options))
        if status != .ok { throw ExitCode(status.rawValue) }
    }

    /// Performs the verb; every fault of the file becomes one line for `complain`.
    func outcome(on screen: Screen, complain: (String) -> Void = { Screen.complain($0) }) -> ExitStatus {
        do {
            try perform(with: try SettingsFile.load(options.config), on: screen)
            return .ok
        } catch let error as SettingsError {
            error.lines.forEach(complain)
            return .configuration
        } catch {
            complain("\(error)")
            return .fault
        }
    }
}
