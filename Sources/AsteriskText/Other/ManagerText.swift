import Vocabulary

/// The manager's door for this node's daemon, on loopback alone.
package enum ManagerText {
    /// The daemon's account.
    package static let user = "comxfailover"
    /// Where FreePBX reads further accounts.
    private static let freePBXFile = "manager_custom.conf"
    private static let ownFile = "comxfailover/manager.conf"

    /// The rendered files with the account in them, which is no part of their generation: a marker must not tell of a
    /// secret.
    package static func added(
        to files: RenderedFiles, profile: AsteriskProfile, port: UInt16, secret: SIPSecret
    ) -> RenderedFiles {
        var files = files
        switch profile {
        case .plain:
            files.texts["manager.conf"] = text(port: port, secret: secret)
        case .freePBX:
            files.texts[ownFile] = text(port: nil, secret: secret)
            files.hooks.append(IncludeHook(file: freePBXFile, includes: ownFile))
        }
        return files
    }

    private static func text(port: UInt16?, secret: SIPSecret) -> String {
        var writer = ConfigurationWriter("who may give this Asterisk orders")
        if let port {
            writer.section("general")
            writer.option("enabled", true)
            writer.option("bindaddr", "127.0.0.1")
            writer.option("port", port)
        }
        writer.section(user)
        writer.option("secret", secret.text)
        writer.option("deny", "0.0.0.0/0.0.0.0")
        writer.option("permit", "127.0.0.1/255.255.255.255")
        writer.option("read", "system,call,agent,user,dialplan,security")
        writer.option("write", "system,call,command,originate,reporting,user,config")
        return writer.text
    }
}
