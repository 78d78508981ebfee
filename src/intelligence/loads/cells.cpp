#include "intelligence/loads/cells.hpp"
#include <algorithm>

namespace openmasa::intelligence {

CellLines::CellLines(std::string_view text) : text_(text) {
    if (text_.starts_with("\xEF\xBB\xBF")) text_.remove_prefix(3);
}

bool CellLines::next(std::vector<std::string_view>& cells) {
    while (at_ < text_.size() && !open_quote_) {
        number_ = lines_;
        cells.clear();
        while (true) {
            cells.push_back(cell());
            if (at_ >= text_.size() || text_[at_] != ',') break;
            ++at_;
        }
        if (at_ < text_.size() && text_[at_] == '\r') ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_, ++lines_;
        if (open_quote_) return false;
        if (cells.size() > 1 || !cells.front().empty()) return true;
    }
    return false;
}

std::size_t CellLines::most_left() const {
    return static_cast<std::size_t>(std::ranges::count(text_.substr(at_), '\n')) + 1;
}

std::string_view CellLines::cell() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted();
    const auto start = at_;
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r')
        ++at_;
    return text_.substr(start, at_ - start);
}

std::string_view CellLines::quoted() {
    const auto start = ++at_;
    bool has_doubled = false;
    while (true) {
        at_ = text_.find('"', at_);
        if (at_ == text_.npos) {
            at_ = text_.size();
            open_quote_ = true;
            return {};
        }
        if (at_ + 1 >= text_.size() || text_[at_ + 1] != '"') break;
        has_doubled = true;
        at_ += 2;
    }
    const auto inside = text_.substr(start, at_ - start);
    ++at_;
    lines_ += static_cast<int>(std::ranges::count(inside, '\n'));
    while (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n' && text_[at_] != '\r')
        ++at_; // what stands behind a closing quote is no part of any published file
    if (!has_doubled) return inside;
    auto& own = unquoted_.emplace_back();
    for (std::size_t at = 0; at < inside.size(); ++at) {
        own += inside[at];
        if (inside[at] == '"') ++at;
    }
    return own;
}

} // namespace openmasa::intelligence
