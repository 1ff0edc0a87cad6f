/// The files that baresip starts with.
struct PhoneFiles: Sendable {
    /// Where baresip listens for commands, on its own loopback.
    static let commandPort: UInt16 = 4444
    private static let modules = "/usr/lib/baresip/modules"

    let plan: PhonePlan
    let folder: String
    /// The file of its tone.
    let tone: String

    var recordings: String { folder + "/recordings" }

    func write() throws(LabFailure) {
        try LabFile.make([recordings])
        try LabFile.write(configuration, to: folder + "/config")
        try LabFile.write(plan.accounts.joined(separator: "\n") + "\n", to: folder + "/accounts")
        try LabFile.write("", to: folder + "/contacts")
    }

    /// Without a jitter buffer: this baresip's drops everything where the sound begins to come from somebody else, as
    /// it does when two phones are sent to each other.
    private var configuration: String {
        """
        poll_method epoll
        sip_listen \(plan.address):5060
        call_local_timeout 120
        call_max_calls 8
        audio_path /usr/share/baresip
        audio_player aubridge,nil
        audio_source aufile,\(tone)
        audio_alert aubridge,alert
        ausrc_srate 8000
        auplay_srate 8000
        ausrc_channels 1
        auplay_channels 1
        audio_level no
        rtp_stats no
        rtp_ports 10000-19998
        module_path \(Self.modules)
        module g711.so
        module aufile.so
        module aubridge.so
        module sndfile.so
        module ctrl_tcp.so
        module_app account.so
        module_app menu.so
        ctrl_tcp_listen 127.0.0.1:\(Self.commandPort)
        snd_path \(recordings)
        ringback_disabled yes
        statmode_default off
        jitter_buffer_delay 0-0

        """
    }
}
