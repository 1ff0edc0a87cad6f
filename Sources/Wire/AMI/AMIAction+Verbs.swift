extension AMIAction {
    /// Asks to be let in. System events come from the start, since the one that tells of the end of booting is sent
    /// with the answer; the others after the filters stand.
    package static func login(user: String, secret: String) -> AMIAction {
        AMIAction(
            "Login", [AMIField("Username", user), AMIField("Secret", secret), AMIField("Events", "system")])
    }

    /// Lets events through whose text fits the pattern; without any filter all of them come.
    package static func filter(_ pattern: String) -> AMIAction {
        AMIAction("Filter", [AMIField("Operation", "Add"), AMIField("Filter", pattern)])
    }

    /// Asks for the events that the filters let through.
    package static let allEvents = AMIAction("Events", [AMIField("EventMask", "on")])

    package static let ping = AMIAction("Ping")

    package static let coreStatus = AMIAction("CoreStatus")

    package static let coreSettings = AMIAction("CoreSettings")

    package static let channels = AMIAction("CoreShowChannels")

    /// Lists the phones that registered; Asterisk answers with an error where there is none.
    package static let contacts = AMIAction("PJSIPShowContacts")

    package static func endpoint(_ name: String) -> AMIAction {
        AMIAction("PJSIPShowEndpoint", [AMIField("Endpoint", name)])
    }

    package static func qualify(_ endpoint: String) -> AMIAction {
        AMIAction("PJSIPQualify", [AMIField("Endpoint", endpoint)])
    }

    /// Reads a module's configuration anew. The console's alias for it may be missing; this is always there. Unlike
    /// `ModuleLoad` it knows also what is part of Asterisk itself, such as `manager`.
    package static func reload(module: String) -> AMIAction { AMIAction("Reload", [AMIField("Module", module)]) }

    package static func command(_ line: String) -> AMIAction {
        AMIAction("Command", [AMIField("Command", line)])
    }

    package static func databasePut(family: String, key: String, value: String) -> AMIAction {
        AMIAction("DBPut", [AMIField("Family", family), AMIField("Key", key), AMIField("Val", value)])
    }

    package static func databaseGet(family: String, key: String) -> AMIAction {
        AMIAction("DBGet", [AMIField("Family", family), AMIField("Key", key)])
    }

    package static func databaseGetTree(family: String) -> AMIAction {
        AMIAction("DBGetTree", [AMIField("Family", family)])
    }

    package static func databaseDelete(family: String, key: String) -> AMIAction {
        AMIAction("DBDel", [AMIField("Family", family), AMIField("Key", key)])
    }

    package static func databaseDeleteTree(family: String) -> AMIAction {
        AMIAction("DBDelTree", [AMIField("Family", family)])
    }

    package static func hangUp(channel: String) -> AMIAction {
        AMIAction("Hangup", [AMIField("Channel", channel)])
    }

    /// Makes Asterisk look at a mailbox's files again and tell its watchers.
    package static func refreshVoicemail(mailbox: String, context: String) -> AMIAction {
        AMIAction("VoicemailRefresh", [AMIField("Mailbox", mailbox), AMIField("Context", context)])
    }
}
