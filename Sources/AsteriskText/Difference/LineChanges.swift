/// Two texts laid side by side: which lines stay, go and come.
struct LineChanges {
    struct Line {
        /// A blank stays, `-` goes, `+` comes.
        let mark: Character
        let text: Substring
    }

    /// A stretch of changes with what stands round it.
    struct Hunk {
        var oldStart: Int
        var oldCount = 0
        var newStart: Int
        var newCount = 0
        var lines: [Line] = []
    }

    private(set) var lines: [Line]

    init(_ old: [Substring], _ new: [Substring]) {
        let head = zip(old, new).prefix { $0 == $1 }.count
        let rest = min(old.count, new.count) - head
        let tail = zip(old.reversed(), new.reversed()).prefix(rest).prefix { $0 == $1 }.count
        let before = Array(old[head..<(old.count - tail)])
        let after = Array(new[head..<(new.count - tail)])
        lines = old[..<head].map { Line(mark: " ", text: $0) }
        lines += Self.middle(before, after)
        lines += old[(old.count - tail)...].map { Line(mark: " ", text: $0) }
    }

    private static func middle(_ old: [Substring], _ new: [Substring]) -> [Line] {
        let isSmall = max(old.count, new.count) <= FileDifference.comparedLinesMax
        guard isSmall, !old.isEmpty, !new.isEmpty else {
            return old.map { Line(mark: "-", text: $0) } + new.map { Line(mark: "+", text: $0) }
        }
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in new.difference(from: old) {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var lines: [Line] = []
        var (oldPlace, newPlace) = (0, 0)
        while oldPlace < old.count || newPlace < new.count {
            if oldPlace < old.count, removed.contains(oldPlace) {
                lines.append(Line(mark: "-", text: old[oldPlace]))
                oldPlace += 1
            } else if newPlace < new.count, inserted.contains(newPlace) {
                lines.append(Line(mark: "+", text: new[newPlace]))
                newPlace += 1
            } else {
                lines.append(Line(mark: " ", text: old[oldPlace]))
                oldPlace += 1
                newPlace += 1
            }
        }
        return lines
    }

    /// The changes with so many unchanged lines round them; those that would touch are one.
    func hunks(context: Int) -> [Hunk] {
        let changed = lines.indices.filter { lines[$0].mark != " " }
        var stretches: [Range<Int>] = []
        for place in changed {
            let stretch = max(0, place - context)..<min(lines.count, place + context + 1)
            if let last = stretches.last, last.upperBound >= stretch.lowerBound {
                stretches[stretches.count - 1] = last.lowerBound..<stretch.upperBound
            } else {
                stretches.append(stretch)
            }
        }
        var hunks: [Hunk] = []
        var (oldLine, newLine, place) = (1, 1, 0)
        for stretch in stretches {
            while place < stretch.lowerBound {
                if lines[place].mark != "+" { oldLine += 1 }
                if lines[place].mark != "-" { newLine += 1 }
                place += 1
            }
            var hunk = Hunk(oldStart: oldLine, newStart: newLine)
            while place < stretch.upperBound {
                let line = lines[place]
                hunk.lines.append(line)
                if line.mark != "+" { (oldLine, hunk.oldCount) = (oldLine + 1, hunk.oldCount + 1) }
                if line.mark != "-" { (newLine, hunk.newCount) = (newLine + 1, hunk.newCount + 1) }
                place += 1
            }
            hunks.append(hunk)
        }
        return hunks
    }
}
