import AsteriskTestKit
import Vocabulary

/// The configuration that an Asterisk of the lab begins with.
///
/// Whoever renders a better one puts it into the same folder, over these files.
struct LabAsteriskFiles: Sendable {
    let plan: LabPlan
    let mode: Mode
    let addresses: LabAddresses
    /// The instance's folder, seen from inside and outside alike.
    let folder: String
    let program: AsteriskProgram

    /// Each file by its name.
    var texts: [String: String] {
        hostTexts.merging([
            "modules.conf": "[modules]\nautoload=yes\n" + unwanted,
            "manager.conf": manager,
            "pjsip.conf": pjsip,
            "extensions.conf": dialplan,
            "rtp.conf":
                "[general]\nrtpstart=\(LabNetwork.speechPorts.lowerBound)\n"
                + "rtpend=\(LabNetwork.speechPorts.upperBound)\n",
            "cdr.conf": "[general]\nenable=yes\n",
            "cel.conf": "[general]\nenable=no\n",
            "voicemail.conf": "[general]\nformat=wav\n[default]\n",
        ]) { _, new in new }
    }

    /// What belongs to the host, whoever writes the rest.
    var hostTexts: [String: String] {
        [
            "asterisk.conf": main,
            "modules_local.conf": unwanted,
            "logger.conf":
                "[general]\n[logfiles]\nmessages => notice,warning,error\nfull => verbose(4),notice,warning,error\n",
            "features.conf": "[general]\n",
            "indications.conf": "[general]\ncountry=us\n[us]\ndescription=United States\nringcadence=2000,4000\n",
            "musiconhold.conf": "[default]\nmode=files\ndirectory=moh\n",
        ]
    }

    private var unwanted: String { AsteriskFiles.unwanted.map { "noload=\($0).so\n" }.joined() }

    private var main: String {
        """
        [directories]
        astetcdir => \(folder)/etc
        astmoddir => \(program.modules)
        astvarlibdir => \(folder)/lib
        astdbdir => \(folder)/database
        astkeydir => \(folder)/lib
        astdatadir => /usr/share/asterisk
        astagidir => \(folder)/lib/agi-bin
        astspooldir => \(folder)/spool
        astrundir => \(folder)/run
        astlogdir => \(folder)/log
        astsbindir => /usr/sbin
        [options]
        documentation_language = en_US

        """
    }

    private var manager: String {
        """
        [general]
        enabled=yes
        bindaddr=127.0.0.1
        port=5038
        [\(AsteriskFiles.managerUser)]
        secret=\(AsteriskFiles.managerSecret)
        read=system,call,user,reporting,command,dialplan,cdr
        write=all

        """
    }

    private var dialplan: String {
        """
        [general]
        static=yes
        writeprotect=yes
        [phones]
        exten => \(LabPlan.echo),1,Answer()
         same => n,Echo()
        exten => _\(LabPlan.outward)X.,1,Dial(PJSIP/${EXTEN:1}@carrier,60)
         same => n,Hangup(${HANGUPCAUSE})
        exten => _X.,1,Set(here=${PJSIP_DIAL_CONTACTS(${EXTEN})})
         same => n,GotoIf($["${here}" = ""]?peer)
         same => n,Dial(${here},60)
         same => n,GotoIf($["${DIALSTATUS}" = "CHANUNAVAIL" | "${DIALSTATUS}" = "CONGESTION"]?peer)
         same => n,Hangup(${HANGUPCAUSE})
         same => n(peer),Dial(PJSIP/${EXTEN}@\(LabPlan.trunk),60)
         same => n,Hangup(${HANGUPCAUSE})
        [from-peer]
        exten => \(LabPlan.echo),1,Goto(phones,\(LabPlan.echo),1)
        exten => _X.,1,Set(here=${PJSIP_DIAL_CONTACTS(${EXTEN})})
         same => n,GotoIf($["${here}" = ""]?gone)
         same => n,Dial(${here},60)
         same => n,Hangup(${HANGUPCAUSE})
         same => n(gone),Hangup(20)
        [from-carrier]
        exten => \(LabPlan.echo),1,Goto(phones,\(LabPlan.echo),1)
        exten => _X.,1,Goto(phones,\(plan.desk),1)

        """
    }
}
