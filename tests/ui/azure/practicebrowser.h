#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

class QNetworkReply;

namespace mooring::test {

/// The person's browser, as far as a sign-in needs one: QDesktopServices hands it the page, it takes a link on it, and
/// follows where that leads, also to another host, as browsers do. On the test's thread, by its event loop.
class PracticeBrowser : public QObject
{
    Q_OBJECT
public:
    /// What the person does on the page.
    enum class Does { SignsIn, Cancels, Nothing };
    /// Until it goes, every https address is opened here. `authority`: PEM that it trusts.
    PracticeBrowser(Does does, const QByteArray &authority);
    ~PracticeBrowser() override;

    QList<QUrl> opened;     ///< by the program
    QByteArray lastPage;    ///< that it shows
    QList<QUrl> redirected; ///< where it was sent

public Q_SLOTS:
    void open(const QUrl &url);

private:
    void ask(const QUrl &url);
    void answered(QNetworkReply *reply);

    Does m_does;
    QByteArray m_authority;
    QNetworkAccessManager m_network;
};

} // namespace mooring::test
