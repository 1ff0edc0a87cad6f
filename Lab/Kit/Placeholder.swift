/// Makes room.
enum Placeholder {}
