#include "kernel/statistics/distributions.hpp"
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/normal.hpp>

namespace openmasa::statistics {

double normal_quantile(double probability) {
    return boost::math::quantile(boost::math::normal(), probability);
}

double chi_squared_quantile(double probability, double degrees) {
    return boost::math::quantile(boost::math::chi_squared(degrees), probability);
}

double two_sided_quantile(double confidence) {
    constexpr double of_nearly_all = 0.95, its_quantile = 1.959963984540054;
    return confidence == of_nearly_all ? its_quantile : normal_quantile((1 + confidence) / 2);
}

} // namespace openmasa::statistics
