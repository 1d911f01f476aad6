#include "core/base/redactor.h"

#include <algorithm>

namespace mooring {

Redactor &Redactor::instance()
{
    static Redactor redactor;
    return redactor;
}

void Redactor::add(const QByteArray &secret)
{
    if (secret.size() < 4)
        return;
    const QWriteLocker lock(&m_lock);
    for (const QByteArray &form : {secret, secret.toBase64(QByteArray::OmitTrailingEquals),
                                   secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals),
                                   secret.toPercentEncoding(), secret.toHex()}) {
        if (std::find(m_forms.begin(), m_forms.end(), form) == m_forms.end())
            m_forms.push_back(form);
    }
    std::sort(m_forms.begin(), m_forms.end(),
              [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

void Redactor::clear()
{
    const QWriteLocker lock(&m_lock);
    m_forms.clear();
}

QByteArray Redactor::redact(QByteArray text) const
{
    const QReadLocker lock(&m_lock);
    for (const QByteArray &form : m_forms)
        text.replace(form, "***");
    return text;
}

QString Redactor::redact(const QString &text) const
{
    {
        const QReadLocker lock(&m_lock);
        if (m_forms.empty())
            return text;
    }
    return QString::fromUtf8(redact(text.toUtf8()));
}

} // namespace mooring
