#pragma once

#include "core/azure/signin/signinmethods.h"
#include "ui/widgets/card.h"
#include "ui/widgets/stateglyph.h"

#include <QTimer>

namespace mooring {

class Button;
class CodeLabel;
class ElidedLabel;
class GlyphLabel;
class TextLabel;

/// How a sign-in goes: asking, waiting (with the code to type and the time that is left), or why it ended. Ctrl+C
/// copies the code. The countdown is not announced but for its last minute.
class SignInCard : public Card
{
    Q_OBJECT
public:
    explicit SignInCard(QWidget *parent = nullptr);

    void setAsking(const QString &title);
    /// `text`: what to do meanwhile. `page`: may be opened again; empty: none.
    void setWaiting(const QString &title, const QString &text, const QUrl &page);
    void setCode(const DeviceCode &code);
    /// Declined, expired, refused. `reason`: whole sentences. `offersCode`: a new one can be had here.
    void setEnded(const QString &title, const QString &reason, bool offersCode);
    /// Signed in, with a reservation.
    void setNoted(const QString &title, const QString &text);
    void copyCode() const;
    void copyAddress() const;

Q_SIGNALS:
    void pageWanted(const QUrl &url);
    void newCodeWanted();
    void stopWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setState(Glyph glyph, const QString &title, const QString &text);
    void showTime();
    QLayout *makeHead();
    QWidget *makeCodeRow();
    QWidget *makeFoot();

    DeviceCode m_code;
    QUrl m_page;
    QTimer m_second;
    bool m_warned = false;
    GlyphLabel *m_glyph;
    TextLabel *m_title;
    TextLabel *m_left;
    TextLabel *m_text;
    QWidget *m_codeRow;
    CodeLabel *m_shown;
    QWidget *m_foot;
    ElidedLabel *m_address;
    Button *m_open;
    Button *m_copyAddress;
    Button *m_new;
    Button *m_stop;
};

} // namespace mooring
