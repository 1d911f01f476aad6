#pragma once

#include <QWidget>

namespace mooring {

/// A code to type elsewhere, in large mono on a sunken ground. For a reader its letters stand apart.
class CodeLabel : public QWidget
{
    Q_OBJECT
public:
    explicit CodeLabel(QWidget *parent = nullptr);

    void setCode(const QString &code);
    QString code() const { return m_code; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont codeFont() const;

    QString m_code;
};

} // namespace mooring
