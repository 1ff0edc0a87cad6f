import Vocabulary

extension CrowdLife {
    /// Something came from a server.
    mutating func heard(_ text: SIPText, at now: Duration) {
        guard let method = text.method else {
            switch text.answeredMethod {
            case "REGISTER": registrationAnswered(text, at: now)
            case "BYE": finish(text["Call-ID"] ?? "")
            default: return
            }
            return
        }
        guard let server = text.sender else { return }
        let id = text["Call-ID"] ?? ""
        switch method {
        case "INVITE": invited(text, id, from: server, at: now)
        case "ACK": dialogs[id]?.confirmed(at: now)
        case "BYE":
            send(text.answer("200 OK", tag: "crowd"), to: server)
            finish(id)
        case "CANCEL":
            send(text.answer("200 OK", tag: "crowd"), to: server)
            guard let dialog = dialogs[id], !dialog.call.isAnswered else { return }
            send(dialog.invitation.answer("487 Request Terminated", tag: dialog.tag), to: server)
            finish(id)
        default: send(text.answer("200 OK", tag: "crowd"), to: server)
        }
    }

    private mutating func invited(_ text: SIPText, _ id: String, from server: String, at now: Duration) {
        if let dialog = dialogs[id] {
            // Sent again since an answer was lost, or within the call.
            let isRinging = if case .ringing = dialog.phase { true } else { false }
            let known = text.isWithinCall ? text : dialog.invitation
            let answer = known.answer("200 OK", tag: dialog.tag, contact: dialog.contact, body: dialog.answer.body)
            return send(isRinging ? dialog.ringing : answer, to: server)
        }
        guard !text.isWithinCall, let number = text.user, let place = place(of: number),
            let speech = try? CrowdSpeech(in: namespace)
        else { return send(text.answer("404 Not Found", tag: "crowd"), to: server) }
        let dialog = CrowdDialog(
            text, of: number, from: server, contact: "sip:\(number)@\(Lab.crowdAddress):\(LabCrowd.port)",
            tag: "\(number)-\(past.count)-\(dialogs.count)", lifting: habits.lifting(place),
            listening: habits.listening, speech: speech, at: now)
        dialogs[id] = dialog
        send(dialog.ringing, to: server)
    }

    mutating func stepCalls(at now: Duration) {
        for id in Array(dialogs.keys) {
            if let text = dialogs[id]?.step(at: now), let server = dialogs[id]?.call.server { send(text, to: server) }
            if dialogs[id]?.phase == .over { finish(id) }
        }
    }

    private mutating func finish(_ id: String) {
        guard var dialog = dialogs.removeValue(forKey: id) else { return }
        dialog.end()
        past.append(dialog.call)
    }
}
