#include "partnership/masa_plan.hpp"
#include <algorithm>
#include <array>

namespace openmasa::partnership {
namespace {

template<class Value> struct Words {
    Value value;
    std::string_view text, spoken;
};
constexpr std::array stage_words = {
    Words<MasaStage>{MasaStage::draft, "draft", "Draft"},
    Words<MasaStage>{MasaStage::consultation, "consultation", "Out for consultation"},
    Words<MasaStage>{MasaStage::sign_off, "sign_off", "For signature"},
    Words<MasaStage>{MasaStage::signed_by_all, "signed", "Signed"},
    Words<MasaStage>{MasaStage::published, "published", "Published"},
    Words<MasaStage>{MasaStage::superseded, "superseded", "Superseded"},
    Words<MasaStage>{MasaStage::withdrawn, "withdrawn", "Withdrawn"},
};
constexpr std::array consulted_words = {
    Words<Consulted>{Consulted::agency, "agency", "A relevant agency"},
    Words<Consulted>{Consulted::group, "group", "A group"},
    Words<Consulted>{Consulted::education, "education", "Schools, colleges, early years"},
    Words<Consulted>{Consulted::children, "children", "Children and young people"},
    Words<Consulted>{Consulted::families, "families", "Parents and families"},
    Words<Consulted>{Consulted::public_at_large, "public", "The public"},
    Words<Consulted>{Consulted::practitioners, "practitioners", "Practitioners"},
};
constexpr std::array judged_words = {
    Words<MasaCheck::Judged>{MasaCheck::Judged::met, "met", "Met"},
    Words<MasaCheck::Judged>{MasaCheck::Judged::explained, "explained", "Explained"},
};

template<class All, class Value> const auto& words_of(const All& all, Value value) {
    return *std::ranges::find(all, value, &Words<Value>::value);
}
template<class All, class Value>
bool value_from(const All& all, std::string_view text, Value& value) {
    const auto found = std::ranges::find(all, text, &Words<Value>::text);
    if (found == all.end()) return false;
    value = found->value;
    return true;
}

} // namespace

std::string_view to_text(MasaStage stage) {
    return words_of(stage_words, stage).text;
}
bool from_text(std::string_view text, MasaStage& stage) {
    return value_from(stage_words, text, stage);
}
std::string_view spoken(MasaStage stage) {
    return words_of(stage_words, stage).spoken;
}

std::string_view to_text(MasaCheck::Judged judged) {
    return words_of(judged_words, judged).text;
}
bool from_text(std::string_view text, MasaCheck::Judged& judged) {
    return value_from(judged_words, text, judged);
}

std::string_view to_text(Consulted who) {
    return words_of(consulted_words, who).text;
}
bool from_text(std::string_view text, Consulted& who) {
    return value_from(consulted_words, text, who);
}
std::string_view spoken(Consulted who) {
    return words_of(consulted_words, who).spoken;
}

} // namespace openmasa::partnership
