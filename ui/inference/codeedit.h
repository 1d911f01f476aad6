#pragma once

#include <QPlainTextEdit>

namespace mooring {

class JsonHighlighter;

/// Some lines of JSON or other text to read or to write: mono on a sunken ground, with line numbers. Tab leaves it.
class CodeEdit : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit CodeEdit(const QString &accessibleName, QWidget *parent = nullptr);

    /// Programs and headers have no inks.
    void setJson(bool json);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Numbers;
    void applyLook();
    void placeNumbers();
    void paintNumbers(QPainter &painter) const;
    int numbersWidth() const;

    QWidget *m_numbers;
    JsonHighlighter *m_inks;
};

} // namespace mooring
