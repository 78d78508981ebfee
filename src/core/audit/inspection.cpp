#include "core/audit/inspection.hpp"
#include "core/access/store.hpp"
#include "core/audit/audit.hpp"
#include "core/audit/chain.hpp"
#include "core/audit/checkpoint.hpp"
#include "core/audit/log_columns.hpp"
#include "core/exchange/zip_out.hpp"
#include "kernel/json.hpp"
#include <climits>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <stdexcept>

namespace openmasa::audit {
namespace {

using store::Query;

constexpr Query<SealedEntry()> list_chain{"inspection.chain", R"sql(
    SELECT sequence, at, coalesce(person_id, ''), from_where, by_right, verb, kind, record_id, version, commitment,
           seal
    FROM audit_entry ORDER BY sequence)sql"};

/// A file of lines beside the ZIP, gone at the end.
class Part {
public:
    explicit Part(std::string path) : path_(std::move(path)), file_(path_, std::ios::binary) {}
    ~Part() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    void add(const std::string& text) { file_ << text; }
    const std::string& finished() {
        file_.close();
        if (!file_) throw std::runtime_error(path_ + " could not be written");
        return path_;
    }

private:
    std::string path_;
    std::ofstream file_;
};

std::string line_of(const SealedEntry& e) {
    JsonWriter json(JsonWriter::Style::compact);
    json.begin_object().pair("sequence", e.sequence).pair("at", e.at).pair("person", e.person);
    json.pair("from", e.from).pair("right", e.right).pair("verb", e.verb).pair("kind", e.kind);
    json.pair("record", e.id).pair("version", e.version).pair("commitment", e.commitment);
    json.pair("seal", e.seal).end_object();
    return json.text() + "\n";
}

std::string line_of(const ProvenContent& c) {
    JsonWriter json(JsonWriter::Style::compact);
    json.begin_object().pair("sequence", c.sequence).pair("kind", c.kind).pair("record", c.id);
    json.pair("version", c.version).pair("salt", c.salt).pair("content", c.content).end_object();
    return json.text() + "\n";
}

/// Whole, whoever asks: it holds no content, and one entry missing would break it.
void write_chain(store::Db& db, Part& part) {
    const store::Db::Plainly plainly(db);
    db.each(list_chain, [&](SealedEntry&& entry) { part.add(line_of(entry)); });
}

void write_content(store::Db& db, const LogFilter& chosen, Part& part) {
    each_proven_content(db, chosen, [&](ProvenContent&& content) { part.add(line_of(content)); });
}

std::int64_t write_chosen(store::Db& db, const LogFilter& chosen, Part& part) {
    const auto owners = owner_names(db);
    std::int64_t rows = 0;
    std::string lines;
    append_log_head(lines);
    part.add(lines);
    each_logged(db, chosen, INT_MAX, [&](LoggedAct&& act) {
        lines.clear();
        append_log_line(lines, act, owners);
        part.add(lines);
        ++rows;
    });
    return rows;
}

std::string key_text(const std::string& public_key) {
    if (public_key.empty()) return "No checkpoint has been signed yet.\n";
    return fmt::format("Ed25519 public key: {}\nfingerprint: {}\n", public_key,
                       fingerprint(public_key));
}

std::string readme(const Inspection& inspection, std::int64_t chosen, std::int64_t all) {
    return fmt::format(R"(A part of the audit log of {}

chosen.csv       {} entries that were asked for, in words, the newest first. Open it in a spreadsheet.
content.jsonl    what each record was after those acts, with the salt that its commitment was made
                 with. Content that was destroyed lawfully, or is not open to whoever made this
                 file, is not here; its entries and their proof are.
chain.jsonl      every entry of the log, {} in all, without any content: who (by number), when, from
                 where, with what right, what, to which record (by number), a commitment, a seal.
checkpoints/     the signed checkpoints. Partners hold copies: ask them for theirs.
public-key.txt   the key that the signatures are checked with.
check.mjs        checks all this. It needs Node.js 18 or newer, from nodejs.org, and nothing else;
                 it is short, and may be read before it is run.

To check, unpack everything into one folder, open a terminal there and run

    node check.mjs
    node check.mjs . --checkpoint PARTNERS-COPY.txt

The last line says whether all is as it was written. What it proves: no entry was changed, added or
taken away up to the newest checkpoint that somebody outside has kept, and the content here is what
was recorded at the time. What it cannot prove: that what people recorded was true.

A seal is the SHA-256, in hexadecimal, of these lines joined by line feeds: the seal before (empty
for the first entry), sequence, at, person, from, right (left out when it is empty), verb, kind,
record, version, commitment. A commitment is the SHA-256 of the salt, a line feed and the content.
)",
                       inspection.partnership, chosen, all);
}

void add_checkpoints(store::Db& db, ZipOut& zip) {
    for (const auto& one : list_checkpoints(db, INT_MAX))
        zip.add(fmt::format("checkpoints/{:09}.txt", one.sequence), checkpoint_text(one));
}

} // namespace

std::int64_t write_inspection(store::Db& db, const Inspection& inspection,
                              const std::string& path) {
    Part chain(path + ".chain"), content(path + ".content"), chosen(path + ".chosen");
    write_chain(db, chain);
    write_content(db, inspection.chosen, content);
    const auto rows = write_chosen(db, inspection.chosen, chosen);
    const auto newest = newest_checkpoint(db);
    const auto key =
        inspection.public_key.empty() && newest ? newest->public_key : inspection.public_key;
    ZipOut zip(path);
    zip.add("README.txt", readme(inspection, rows, newest_number(db)));
    zip.add("public-key.txt", key_text(key));
    zip.add("check.mjs", std::string(checker_script()));
    add_checkpoints(db, zip);
    zip.add_file("chosen.csv", chosen.finished());
    zip.add_file("content.jsonl", content.finished());
    zip.add_file("chain.jsonl", chain.finished());
    zip.close();
    return rows;
}

} // namespace openmasa::audit
