#include "kernel/text.hpp"
#include "plan/recommendations/compared_words.hpp"
#include "plan/recommendations/similar_texts.hpp"
#include <algorithm>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <map>
#include <random>

namespace openmasa::recommendations {
namespace {

std::string stems(std::string_view text) {
    std::vector<std::string> all;
    for (const auto& word : compared_words(text)) all.push_back(word.stem);
    return openmasa::join(all, " ");
}

TEST(ComparedWords, Forms_of_a_word_have_one_stem) {
    const std::pair<std::string_view, std::string_view> same[] = {
        {"agencies", "agency"},  {"children", "child"},
        {"children's", "child"}, {"sharing", "share"},
        {"shared", "shares"},    {"planning", "plan"},
        {"planned", "plans"},    {"practitioners", "practitioner"},
        {"assesses", "assess"},  {"improved", "improving"},
        {"families", "family"},  {"policies", "policy"},
        {"calling", "called"},   {"fathers", "father"},
    };
    for (const auto& [one, other] : same) EXPECT_EQ(stems(one), stems(other)) << one;
}

TEST(ComparedWords, Words_of_other_meanings_keep_their_own) {
    const std::pair<std::string_view, std::string_view> apart[] = {
        {"bring", "br"},     {"abuse", "abs"},        {"police", "policy"},    {"status", "state"},
        {"need", "neglect"}, {"analysis", "analyst"}, {"audit", "auditorium"}, {"bus", "bu"},
    };
    for (const auto& [one, other] : apart) EXPECT_NE(stem(one), stem(other)) << one;
}

TEST(ComparedWords, What_stands_in_every_recommendation_is_left_out) {
    EXPECT_EQ(stems("Recommendation 3: The Partnership should ensure that all agencies"),
              "3 partnership agenci");
    EXPECT_EQ(stems("to be or not to be"), "");
}

const std::vector<std::string> register_of_six = {
    "The Partnership should ask every organisation to name father inclusive practice champions.",
    "Develop a multi-agency policy that improves planning for young people approaching transition.",
    "Audit how far the voice of the child is recorded in assessments by all agencies.",
    "Practitioners need supervision that challenges drift and delay in cases of neglect.",
    "Commission joint training on transitional safeguarding for both partnerships.",
    "Share information about children who move between areas within one working day.",
};
SimilarTexts index_of(const std::vector<std::string>& texts) {
    std::vector<ComparedText> compared;
    for (std::size_t at = 0; at < texts.size(); ++at) compared.push_back({at, texts[at]});
    return SimilarTexts(compared);
}

TEST(SimilarTexts, The_same_text_is_wholly_alike_whatever_its_letters_and_marks) {
    const auto index = index_of(register_of_six);
    for (std::size_t at = 0; at < register_of_six.size(); ++at) {
        const auto found = index.like(upper(register_of_six[at]) + " !!", 3);
        ASSERT_FALSE(found.empty());
        EXPECT_EQ(found[0].record, at);
        EXPECT_NEAR(found[0].likeness, 1.0, 1e-6);
        EXPECT_EQ(spoken_likeness(found[0].likeness), "Says nearly the same");
    }
}

TEST(SimilarTexts, The_same_in_other_words_is_found_and_explained_by_what_they_share) {
    const auto index = index_of(register_of_six);
    const auto found = index.like("Organisations identify champions for father inclusive practice "
                                  "to join the existing network.",
                                  3);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(found[0].record, 0U);
    EXPECT_GE(found[0].likeness, 0.4);
    EXPECT_EQ(found[0].shared, (std::vector<std::string>{"father inclusive practice", "champions",
                                                         "organisations"}));
}

TEST(SimilarTexts, What_has_nothing_in_common_finds_nothing) {
    const auto index = index_of(register_of_six);
    EXPECT_TRUE(index.like("Repaint the railings of the town hall.", 5).empty());
    EXPECT_TRUE(index.like("", 5).empty());
    EXPECT_TRUE(index.like("the of and should", 5).empty());
    EXPECT_TRUE(index_of({}).like("voice of the child", 5).empty());
    EXPECT_TRUE(index_of({"", "the of"}).like("voice of the child", 5).empty());
}

TEST(SimilarTexts, A_record_is_offered_once_by_its_best_source) {
    const std::vector<ComparedText> texts = {{7, "Audit the voice of the child"},
                                             {7, "Buy pencils"},
                                             {7, "Audit the voice of every child again"},
                                             {9, "Audit pencils"}};
    const auto found = SimilarTexts(texts).like("audit the voice of the child", 5);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0].record, 7U);
    EXPECT_NEAR(found[0].likeness, 1.0, 1e-6);
    EXPECT_EQ(found[1].record, 9U);
}

TEST(SimilarTexts, Rare_words_say_more_than_common_ones) {
    std::vector<std::string> texts(50, "agencies share information with partners");
    texts.push_back("agencies share chronologies with partners");
    texts.push_back("agencies share pencils with partners");
    const auto found = index_of(texts).like("chronologies that agencies share", 3, 0);
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].record, 50U);
    EXPECT_GT(found[0].likeness, 1.5 * found[1].likeness);
}

/// The same by the shortest way: every text against every other, with strings and maps.
class Naively {
public:
    explicit Naively(const std::vector<std::string>& texts) {
        for (const auto& text : texts) texts_.push_back(terms(text));
    }
    double likeness(std::string_view asked, std::size_t text) const {
        const auto one = terms(asked);
        const auto& other = texts_[text];
        double product = 0;
        for (const auto& [term, says] : one)
            if (other.contains(term)) product += says * other.at(term) * std::pow(rarity(term), 2);
        return product == 0 ? 0 : product / (length(one) * length(other));
    }

private:
    using Terms = std::map<std::string, double>;
    static Terms terms(std::string_view text) {
        std::map<std::string, int> times;
        std::string before;
        for (const auto& word : compared_words(text)) {
            ++times[word.stem];
            if (!before.empty()) ++times[before + " " + word.stem];
            before = word.stem;
        }
        Terms terms;
        for (const auto& [term, often] : times)
            terms[term] = (1 + std::log(often)) * (term.find(' ') == term.npos ? 1.0 : 0.5);
        return terms;
    }
    double rarity(const std::string& term) const {
        const auto with =
            std::ranges::count_if(texts_, [&](const Terms& one) { return one.contains(term); });
        return std::log(1 + (double(texts_.size()) + 1) / (double(with) + 0.5));
    }
    double length(const Terms& terms) const {
        double sum = 0;
        for (const auto& [term, says] : terms) sum += std::pow(says * rarity(term), 2);
        return std::sqrt(sum);
    }
    std::vector<Terms> texts_;
};

std::string random_text(std::mt19937& random, int words, int vocabulary) {
    std::string text;
    for (int at = 0; at < words; ++at) {
        // Small numbers often, as words are.
        const double share = double(random() % 10000) / 10000.0;
        text += fmt::format("w{} ", int(vocabulary * share * share * share));
    }
    return text;
}

TEST(SimilarTexts, The_index_says_the_same_as_comparing_every_pair) {
    std::mt19937 random(20251);
    for (int round = 0; round < 10; ++round) {
        std::vector<std::string> texts;
        for (int at = 0; at < 30; ++at)
            texts.push_back(random_text(random, int(random() % 12), 40));
        const auto index = index_of(texts);
        const Naively naively(texts);
        for (int ask = 0; ask < 6; ++ask) {
            const auto asked = random_text(random, int(random() % 12), 40);
            const auto found = index.like(asked, texts.size(), 1e-9);
            std::size_t expected = 0;
            for (std::size_t at = 0; at < texts.size(); ++at)
                expected += naively.likeness(asked, at) > 1e-9;
            EXPECT_EQ(found.size(), expected);
            for (const auto& one : found)
                EXPECT_NEAR(one.likeness, naively.likeness(asked, one.record), 1e-5) << asked;
        }
    }
}

TEST(SimilarTexts, Hostile_texts_are_compared_calmly) {
    std::string long_one;
    while (long_one.size() < 3'000'000) long_one += "safeguarding children together ";
    const std::vector<std::string> texts = {long_one,
                                            std::string(200'000, 'a'),
                                            "<script>alert('neglect')</script>",
                                            "'; DROP TABLE recommendation; --",
                                            "\xff\xfe\x80 neglect \xc3",
                                            "n\u0435gl\u0435ct \u202e reversed \u202c",
                                            std::string("zero\0byte", 9),
                                            "= cmd|' /C calc'!A0",
                                            "\u2019\u2019\u2019 \u2014 \u2026"};
    const auto index = index_of(texts);
    for (const auto& text : texts) {
        for (const auto& one : index.like(text, 20)) {
            EXPECT_GT(one.likeness, 0);
            EXPECT_LE(one.likeness, 1);
            EXPECT_FALSE(one.shared.empty());
        }
    }
    EXPECT_EQ(index.like(long_one, 1).at(0).record, 0U);
    EXPECT_LE(compared_words(long_one).size(), most_compared);
}

TEST(SimilarTexts, Among_ten_thousand_an_answer_takes_well_under_fifty_milliseconds) {
    std::mt19937 random(7);
    std::vector<std::string> texts;
    for (int at = 0; at < 10'000; ++at) texts.push_back(random_text(random, 20, 4000));
    const auto index = index_of(texts);
    using clock = std::chrono::steady_clock;
    auto quickest = clock::duration::max();
    for (std::size_t ask = 0; ask < 20; ++ask) {
        const auto start = clock::now();
        EXPECT_EQ(index.like(texts[ask * 400], 5).at(0).record, ask * 400);
        quickest = std::min(quickest, clock::now() - start);
    }
    // The quickest of several, so that a busy machine is no fault; tests are not made quick (-O0
    // for their own part): the release build needs a few milliseconds.
    EXPECT_LT(std::chrono::duration<double>(quickest).count(), 0.05);
}

TEST(SimilarTexts, A_few_beside_a_large_index_are_as_alike_as_among_all) {
    std::vector<std::string> words;
    for (int at = 0; at < 400; ++at)
        words.push_back("Agencies should look at case " + std::to_string(at % 37) +
                        " with families and write down what they say of neglect " +
                        std::to_string(at));
    words.push_back("Fathers and male carers should be involved in every assessment.");
    std::vector<ComparedText> all;
    for (std::size_t at = 0; at < words.size(); ++at) all.push_back({at, words[at]});
    const SimilarTexts whole(all);
    const auto most =
        std::make_shared<const SimilarTexts>(std::span<const ComparedText>(all).first(400));
    const SimilarTexts few(std::span<const ComparedText>(all).subspan(400), most);
    const std::string asked = "Involve fathers and male carers in assessments.";
    const auto expected = whole.like(asked, 3), found = few.like(asked, 3);
    ASSERT_EQ(found.size(), 1U);
    ASSERT_FALSE(expected.empty());
    EXPECT_EQ(found.front().record, expected.front().record);
    EXPECT_NEAR(found.front().likeness, expected.front().likeness, 0.02);
    EXPECT_EQ(found.front().shared, expected.front().shared);
}

} // namespace
} // namespace openmasa::recommendations
