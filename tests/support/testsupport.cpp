#include "tests/support/testsupport.h"

namespace mooring::test {

QString RecordingContext::text() const
{
    QString all;
    for (const LogLine &line : lines)
        all += line.step + u' ' + line.text + u'\n';
    return all;
}

bool inCi() { return qEnvironmentVariable("CI") == u"true"; }

} // namespace mooring::test
