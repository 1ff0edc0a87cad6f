/// The options that we write. One that is not here is a slip of the pen, and Asterisk drops the whole object for it.
enum KnownOptions {
    static let sip: [String: Set<String>] = [
        "system": ["type", "timer_t1", "timer_b"],
        "global": [
            "type", "user_agent", "endpoint_identifier_order", "max_initial_qualify_time", "keep_alive_interval",
            "ignore_uri_user_options",
        ],
        "transport": [
            "type", "protocol", "bind", "external_media_address", "external_signaling_address",
            "external_signaling_port", "local_net", "cert_file", "priv_key_file", "method",
        ],
        "auth": ["type", "auth_type", "username", "password"],
        "aor": [
            "type", "contact", "max_contacts", "remove_existing", "maximum_expiration", "default_expiration",
            "minimum_expiration", "qualify_frequency", "qualify_timeout", "qualify_2xx_only", "authenticate_qualify",
        ],
        "endpoint": [
            "type", "transport", "context", "aors", "auth", "outbound_auth", "identify_by", "disallow", "allow",
            "direct_media", "disable_direct_media_on_nat", "timers", "trust_id_inbound", "trust_id_outbound",
            "send_pai", "send_connected_line", "trust_connected_line", "rtp_symmetric", "force_rport",
            "rewrite_contact", "language",
            "subscribe_context", "named_call_group", "named_pickup_group", "deny", "permit", "callerid", "mailboxes",
            "set_var", "from_user", "from_domain", "allow_subscribe",
        ],
        "identify": ["type", "endpoint", "match"],
        "registration": [
            "type", "transport", "outbound_auth", "server_uri", "client_uri", "contact_user", "expiration",
            "retry_interval", "forbidden_retry_interval", "fatal_retry_interval", "max_retries",
            "auth_rejection_permanent", "line", "endpoint",
        ],
    ]

    static let others: [String: Set<String>] = [
        "rtp.conf": ["rtpstart", "rtpend", "strictrtp"],
        "modules.conf": ["autoload", "noload"],
        "cdr.conf general": ["enable", "unanswered", "congestion", "endbeforehexten"],
        "cel.conf general": ["enable", "events"],
        "voicemail.conf general": ["format", "maxsecs", "minsecs", "maxmsg", "maxsilence", "tz"],
    ]

    /// Options that may stand several times in one section.
    static let repeatable: Set = ["match", "local_net", "deny", "permit", "set_var", "noload"]
}
