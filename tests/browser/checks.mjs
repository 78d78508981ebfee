// Counts what held and what did not; the last line is what bin/test adds up.
export class Checks {
  constructor(name) {
    this.name = name;
    this.passed = 0;
    this.failed = 0;
  }
  /// `held` is whether it is so; `seen` is shown when it is not.
  that(sentence, held, seen = "") {
    if (held) this.passed += 1;
    else {
      this.failed += 1;
      console.log(`  NOT SO: ${sentence}${seen ? `\n    seen: ${seen}` : ""}`);
    }
  }
  /// Runs a story; a thrown error is one failure, named.
  async story(name, tell) {
    try {
      await tell();
    } catch (error) {
      this.failed += 1;
      console.log(`  STOPPED: ${name}\n    ${String(error.stack ?? error).split("\n").slice(0, 6).join("\n    ")}`);
    }
  }
  finish() {
    console.log(`${this.name}: ${this.passed} passed, ${this.failed} failed`);
    process.exitCode = this.failed ? 1 : 0;
  }
}
