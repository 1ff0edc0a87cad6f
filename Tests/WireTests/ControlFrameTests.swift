import SeededTestKit
import Testing
import Vocabulary

@testable import Wire

struct ControlFrameTests {
    private var stream: [UInt8] { Samples.frames.flatMap(\.encoded) }

    private func frames(of decoder: inout ControlFrameDecoder) throws -> [ControlFrame] {
        var frames: [ControlFrame] = []
        while let frame = try decoder.nextFrame() { frames.append(frame) }
        return frames
    }

    private func length(_ value: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> UInt32($0)) }
    }

    @Test func `a frame is laid out as the byte table says`() {
        let frame = ControlRequest.nudge(.init(feedHead: FeedPosition(rawValue: 0x0102))).frame(id: 0xAABB)
        #expect(frame.encoded == Samples.bytes("0000000e 0005 0000aabb 0000000000000102"))
    }

    @Test func `frames come out whole, wherever the stream is split in two`() throws {
        let stream = stream
        for split in 0...stream.count {
            var decoder = ControlFrameDecoder()
            try decoder.append(stream[..<split])
            var found = try frames(of: &decoder)
            try decoder.append(stream[split...])
            found += try frames(of: &decoder)
            #expect(found == Samples.frames)
            #expect(decoder.waitingBytes == 0)
        }
    }

    @Test func `frames come out whole when bytes come one by one`() throws {
        var decoder = ControlFrameDecoder()
        var found: [ControlFrame] = []
        for byte in stream {
            try decoder.append([byte])
            found += try frames(of: &decoder)
        }
        #expect(found == Samples.frames)
    }

    @Test func `the length has a lower and an upper limit`() throws {
        for (value, error) in [
            (UInt32(5), ControlFrameError.tooShort(length: 5)), (0, .tooShort(length: 0)),
            (65_537, .tooLong(length: 65_537)), (.max, .tooLong(length: Int(UInt32.max))),
        ] {
            var decoder = ControlFrameDecoder()
            try decoder.append(length(value))
            #expect(throws: error) { try decoder.nextFrame() }
            #expect(throws: error) { try decoder.nextFrame() }
            #expect(throws: error) { try decoder.append([0]) }
        }
    }

    @Test func `the largest frame passes`() throws {
        let body = [UInt8](repeating: 7, count: ControlFrame.lengthMax - ControlFrame.headBytes)
        let frame = ControlFrame(kind: 0x83, id: .max, body: body)
        var decoder = ControlFrameDecoder()
        for _ in 0..<5 {
            try decoder.append(frame.encoded.dropLast())
            #expect(try decoder.nextFrame() == nil)
            try decoder.append(frame.encoded.suffix(1))
            #expect(try decoder.nextFrame() == frame)
        }
        #expect(decoder.waitingBytes == 0)
    }

    @Test func `bytes that nobody takes end at the limit`() throws {
        var decoder = ControlFrameDecoder()
        try decoder.append([UInt8](repeating: 0, count: ControlFrameDecoder.waitingBytesMax))
        #expect(throws: ControlFrameError.tooMuchWaiting(bytes: ControlFrameDecoder.waitingBytesMax + 1)) {
            try decoder.append([0])
        }
    }

    @Test func `random bytes end in an error or wait, and never harm`() {
        var random = Seeded(seed: 4)
        for _ in 0..<20_000 {
            var decoder = ControlFrameDecoder()
            var bytes = random.bytes(Int(random.next() % 64))
            if bytes.count >= 4 { bytes.replaceSubrange(0..<3, with: [0, 0, 0]) }
            try? decoder.append(bytes)
            while let frame = try? decoder.nextFrame() {
                _ = try? ControlRequest(frame)
                _ = try? ControlReply(frame)
            }
        }
    }

    @Test func `a stream with flipped bits never harms`() {
        var random = Seeded(seed: 5)
        let stream = stream
        for _ in 0..<10_000 {
            var bytes = stream
            for _ in 0...(random.next() % 3) {
                bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
            }
            var decoder = ControlFrameDecoder()
            try? decoder.append(bytes)
            var frames = 0
            while let frame = try? decoder.nextFrame() {
                frames += 1
                _ = try? ControlRequest(frame)
                _ = try? ControlReply(frame)
            }
            #expect(frames <= bytes.count / 10)
        }
    }
}
