// The parts of Asio and Beast that need to be compiled only once (see CMakeLists.txt).
#include <boost/asio/impl/src.hpp>
#include <boost/beast/src.hpp>
