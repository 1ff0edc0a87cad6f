import Vocabulary

/// What Asterisk loads, and its ports for voice.
package enum SystemText {
    /// Modules without which calls are not put through as the dialplan says.
    package static let neededModules = [
        "res_pjsip", "res_pjsip_session", "res_pjsip_registrar", "res_pjsip_authenticator_digest",
        "res_pjsip_outbound_authenticator_digest", "res_pjsip_outbound_registration",
        "res_pjsip_endpoint_identifier_user", "res_pjsip_endpoint_identifier_ip", "res_pjsip_header_funcs",
        "res_pjsip_sdp_rtp", "res_pjsip_nat", "res_pjsip_caller_id", "res_pjsip_mwi", "res_pjsip_exten_state",
        "res_rtp_asterisk", "chan_pjsip", "pbx_config", "app_dial", "app_stack", "app_exec", "app_playback",
        "app_voicemail", "app_originate", "app_celgenuserevent", "app_userevent", "func_db", "func_channel",
        "func_callerid", "func_cut", "func_strings", "func_logic", "func_dialplan", "func_groupcount", "func_timeout",
        "func_vmcount", "func_cdr", "func_global", "func_pjsip_aor", "func_pjsip_contact", "res_agi", "cdr_custom",
        "cel_custom", "bridge_simple", "bridge_native_rtp",
    ]

    /// Modules that open further doors or that nobody here uses.
    private static let unwantedModules = [
        "chan_iax2", "chan_unistim", "chan_mgcp", "chan_skinny", "chan_sip", "chan_motif", "chan_console", "pbx_dundi",
        "pbx_ael", "pbx_lua", "res_config_ldap", "res_config_pgsql", "res_config_sqlite3", "res_config_odbc",
        "res_phoneprov", "res_xmpp", "res_snmp", "cdr_pgsql", "cel_pgsql", "cdr_radius", "cel_radius", "cdr_tds",
        "cel_tds", "cdr_odbc", "cel_odbc", "cdr_adaptive_odbc", "cdr_sqlite3_custom", "cel_sqlite3_custom",
        "app_voicemail_odbc", "app_voicemail_imap",
    ]

    static var modules: String {
        var writer = ConfigurationWriter("which modules are loaded; your own words belong into modules_local.conf")
        writer.section("modules")
        writer.option("autoload", true)
        for module in unwantedModules { writer.option("noload", "\(module).so") }
        writer.tryInclude("modules_local.conf")
        return writer.text
    }

    static func rtp(_ settings: SIPSettings) -> String {
        var writer = ConfigurationWriter("ports for voice; your own options belong into rtp_local.conf")
        writer.section("general")
        writer.option("rtpstart", settings.rtpPorts.lowerBound)
        writer.option("rtpend", settings.rtpPorts.upperBound)
        writer.option("strictrtp", true)
        writer.tryInclude("rtp_local.conf")
        return writer.text
    }
}
