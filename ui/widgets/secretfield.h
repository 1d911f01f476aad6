#pragma once

#include <QWidget>

class QLineEdit;

namespace mooring {

class Button;
class TextLabel;

/// A password or token. Dots; the eye shows it while held (Space toggles). Never prefilled: one that is stored shows
/// when, and Replace. Nothing can be copied out of it, and there is no undo history.
class SecretField : public QWidget
{
    Q_OBJECT
public:
    explicit SecretField(QWidget *parent = nullptr);

    /// The caller wipes what it got.
    QByteArray secret() const;
    bool isEmpty() const;
    /// Overwrites the characters that the field holds.
    void clear();
    /// "stored 12 May". Empty: nothing stored, the field is shown.
    void setStored(const QString &when);
    /// Something is stored and is not to be replaced.
    bool keepsStored() const;
    QLineEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void reveal(bool on);
    void placeEye();

    QLineEdit *m_edit;
    Button *m_eye;
    QWidget *m_storedLine;
    TextLabel *m_stored;
};

} // namespace mooring
