#include "store/dialect.hpp"
#include <cctype>

namespace openmasa::store {
namespace {

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

std::size_t end_after(std::string_view text, char sign, std::size_t at) {
    const auto found = text.find(sign, at);
    return found == text.npos ? text.size() : found + 1;
}
std::size_t end_of_line(std::string_view text, std::size_t at) {
    return end_after(text, '\n', at);
}

/// Where the quoted text, the comment, the word or the single sign at `at` ends.
std::size_t end_of_token(std::string_view text, std::size_t at) {
    if (text[at] == '\'' || text[at] == '"') return end_after(text, text[at], at + 1);
    if (text.substr(at, 2) == "--") return end_of_line(text, at);
    auto end = at;
    while (end < text.size() && is_word(text[end])) ++end;
    return end == at ? at + 1 : end;
}

std::string_view postgresql_type(std::string_view word) {
    if (word == "INTEGER") return "BIGINT";
    if (word == "BLOB") return "BYTEA";
    if (word == "TEXT") return R"(TEXT COLLATE "C")";
    return word;
}

/// Only where a table gets its columns does a word name a column's type.
bool defines_columns(std::string_view statement) {
    return statement.starts_with("CREATE TABLE") ||
           (statement.starts_with("ALTER TABLE") &&
            statement.find(" ADD COLUMN ") != statement.npos);
}

std::string said_to_postgresql(const std::string& statement) {
    if (!defines_columns(statement)) return statement;
    std::string said, word_before;
    for (std::size_t at = 0; at < statement.size();) {
        const auto end = end_of_token(statement, at);
        const auto token = std::string_view(statement).substr(at, end - at);
        said += word_before == "AS" ? token : postgresql_type(token);
        if (token != " ") word_before = token;
        at = end;
    }
    return said;
}

std::string said_to_sqlite(std::string statement) {
    return statement.starts_with("CREATE TABLE") ? statement + " STRICT" : statement;
}

class Splitting {
public:
    explicit Splitting(Engine engine) : engine_(engine) {}

    void read(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const bool starts_line = at == 0 || text[at - 1] == '\n';
            const auto end = starts_line && is_for_a_line(text.substr(at)) ? end_of_line(text, at)
                                                                           : end_of_token(text, at);
            const auto piece = text.substr(at, end - at);
            starts_line ? read_line_start(piece) : read_token(piece);
            at = end;
        }
        finish_statement();
    }
    std::vector<std::string> take() { return std::move(found_); }

private:
    enum class Place { common, ours, others };

    /// Marks, and everything inside a marked block, go line by line.
    bool is_for_a_line(std::string_view rest) const {
        return place_ != Place::common || rest.starts_with("-- ");
    }
    void read_line_start(std::string_view piece) {
        if (piece.starts_with("-- sqlite only")) return begin_block(Engine::sqlite);
        if (piece.starts_with("-- postgresql only")) return begin_block(Engine::postgresql);
        if (place_ == Place::common) return read_token(piece);
        if (piece.starts_with("-- end")) return end_block();
        if (place_ == Place::ours) piece_ += piece;
    }
    void begin_block(Engine whose) {
        finish_statement();
        place_ = whose == engine_ ? Place::ours : Place::others;
    }
    void end_block() {
        if (!piece_.empty()) found_.push_back(std::move(piece_));
        piece_.clear();
        place_ = Place::common;
    }
    void read_token(std::string_view token) {
        if (token == ";") return finish_statement();
        if (!token.starts_with("--")) piece_ += token;
    }
    void finish_statement() {
        const auto start = piece_.find_first_not_of(" \n");
        if (start != piece_.npos) {
            auto statement = piece_.substr(start, piece_.find_last_not_of(" \n") + 1 - start);
            found_.push_back(engine_ == Engine::sqlite ? said_to_sqlite(std::move(statement))
                                                       : said_to_postgresql(statement));
        }
        piece_.clear();
    }

    Engine engine_;
    Place place_ = Place::common;
    std::string piece_;
    std::vector<std::string> found_;
};

} // namespace

std::vector<std::string> statements_for(Engine engine, std::string_view migration) {
    Splitting splitting(engine);
    splitting.read(migration);
    return splitting.take();
}

} // namespace openmasa::store
